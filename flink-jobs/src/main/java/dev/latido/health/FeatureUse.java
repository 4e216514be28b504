package dev.latido.health;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.Arrays;

/** The day on which each catalogue feature was last used, for those used in the last 30 days. */
final class FeatureUse {

    /** Hashes of names, ascending. */
    private long[] features = new long[4];

    private int[] lastDays = new int[4];
    private int size;
    /** The day for which everything else has been dropped. */
    private int countedOn = Integer.MIN_VALUE;

    void used(long feature, int day, int today) {
        if (day <= today - Health.MONTH_DAYS) {
            return;
        }
        int index = Arrays.binarySearch(features, 0, size, feature);
        if (index >= 0) {
            lastDays[index] = Math.max(lastDays[index], day);
        } else {
            insert(-index - 1, feature, day);
        }
    }

    /** How many features of the catalogue were used in the last 30 days. */
    int count(int today, Catalogue catalogue) {
        if (countedOn != today) {
            dropUnused(today, catalogue);
            countedOn = today;
        }
        return size;
    }

    private void insert(int index, long feature, int day) {
        if (size == features.length) {
            features = Arrays.copyOf(features, size * 2);
            lastDays = Arrays.copyOf(lastDays, size * 2);
        }
        System.arraycopy(features, index, features, index + 1, size - index);
        System.arraycopy(lastDays, index, lastDays, index + 1, size - index);
        features[index] = feature;
        lastDays[index] = day;
        size++;
    }

    private void dropUnused(int today, Catalogue catalogue) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (lastDays[i] > today - Health.MONTH_DAYS && catalogue.contains(features[i])) {
                features[kept] = features[i];
                lastDays[kept++] = lastDays[i];
            }
        }
        size = kept;
    }

    void write(StateWriter out) {
        out.number(size);
        int previous = 0;
        for (int i = 0; i < size; i++) {
            out.fixed(features[i]).signed(lastDays[i] - previous);
            previous = lastDays[i];
        }
    }

    static FeatureUse read(StateReader in) {
        FeatureUse read = new FeatureUse();
        read.size = in.count();
        read.features = new long[Math.max(read.size, 4)];
        read.lastDays = new int[read.features.length];
        int previous = 0;
        for (int i = 0; i < read.size; i++) {
            read.features[i] = in.fixed();
            previous += in.integer();
            read.lastDays[i] = previous;
        }
        return read;
    }
}
