package dev.latido.health;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.Arrays;

/** The days on which each catalogue feature was used, for those used in the last 30 days. */
final class FeatureUse {

    /** Until then only the last day was known. */
    private static final int LAYOUT_WITH_ALL_DAYS = 2;

    /** Hashes of names, ascending. */
    private long[] features = new long[4];

    private int[] lastDays = new int[4];
    /** Bit n is set when the feature was used n days before its last day. */
    private int[] days = new int[4];

    private int size;
    /** The day for which everything else has been dropped. */
    private int countedOn = Integer.MIN_VALUE;

    void used(long feature, int day, int today) {
        if (day <= today - Health.MONTH_DAYS) {
            return;
        }
        int index = Arrays.binarySearch(features, 0, size, feature);
        if (index >= 0) {
            usedAgain(index, day);
        } else {
            insert(-index - 1, feature, day);
        }
    }

    private void usedAgain(int index, int day) {
        int later = day - lastDays[index];
        if (later > 0) {
            days[index] = later < Integer.SIZE ? days[index] << later | 1 : 1;
            lastDays[index] = day;
        } else if (-later < Integer.SIZE) {
            days[index] |= 1 << -later;
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

    /** On how many of the days from {@code first} to {@code last}, both counted, within the last 30, the feature was used. */
    int daysUsed(long feature, int first, int last, int today) {
        int index = Arrays.binarySearch(features, 0, size, feature);
        int count = 0;
        for (int day = Math.max(first, today - Health.MONTH_DAYS + 1); index >= 0 && day <= last; day++) {
            int before = lastDays[index] - day;
            count += before >= 0 && before < Integer.SIZE ? days[index] >>> before & 1 : 0;
        }
        return count;
    }

    /** The hashes of the features used in the last 30 days, ascending; valid after {@link #count} for the same day. */
    long[] used() {
        return Arrays.copyOf(features, size);
    }

    private void insert(int index, long feature, int day) {
        if (size == features.length) {
            features = Arrays.copyOf(features, size * 2);
            lastDays = Arrays.copyOf(lastDays, size * 2);
            days = Arrays.copyOf(days, size * 2);
        }
        System.arraycopy(features, index, features, index + 1, size - index);
        System.arraycopy(lastDays, index, lastDays, index + 1, size - index);
        System.arraycopy(days, index, days, index + 1, size - index);
        features[index] = feature;
        lastDays[index] = day;
        days[index] = 1;
        size++;
    }

    private void dropUnused(int today, Catalogue catalogue) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (lastDays[i] > today - Health.MONTH_DAYS && catalogue.contains(features[i])) {
                features[kept] = features[i];
                days[kept] = days[i];
                lastDays[kept++] = lastDays[i];
            }
        }
        size = kept;
    }

    void write(StateWriter out) {
        out.number(size);
        int previous = 0;
        for (int i = 0; i < size; i++) {
            out.fixed(features[i]).signed(lastDays[i] - previous).number(Integer.toUnsignedLong(days[i]));
            previous = lastDays[i];
        }
    }

    static FeatureUse read(StateReader in) {
        FeatureUse read = new FeatureUse();
        read.size = in.count();
        read.features = new long[Math.max(read.size, 4)];
        read.lastDays = new int[read.features.length];
        read.days = new int[read.features.length];
        int previous = 0;
        for (int i = 0; i < read.size; i++) {
            read.features[i] = in.fixed();
            previous += in.integer();
            read.lastDays[i] = previous;
            read.days[i] = in.version() < LAYOUT_WITH_ALL_DAYS ? 1 : (int) in.number();
        }
        return read;
    }
}
