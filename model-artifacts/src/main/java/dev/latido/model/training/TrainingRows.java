package dev.latido.model.training;

import dev.latido.model.artifact.FeatureColumn;
import java.util.Arrays;
import java.util.List;

/** Rows to learn from and to be judged by: what was known of somebody, and what came of it. */
public final class TrainingRows {

    /** The time of a row that has none. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private final List<FeatureColumn> features;
    private float[] values = new float[0];
    private float[] labels = new float[0];
    private Row[] rows = new Row[0];
    private int count;

    /**
     * What a row is of.
     *
     * @param subject whom it is of, such as a customer: rows of the same are never learned from and judged by at once
     * @param at its time in milliseconds since 1970, or {@link #NO_TIME}
     * @param daysToEvent days until that came true which is predicted; NaN where it did not, or where that is not known
     */
    public record Row(String subject, long at, double daysToEvent) {}

    public TrainingRows(List<FeatureColumn> features) {
        this.features = List.copyOf(features);
    }

    /**
     * Adds a row.
     *
     * @param label 1 or 0 for what came true or did not, or an amount
     * @param from where its values begin: one per feature, NaN where it is missing, none infinite
     */
    public void add(Row row, float label, float[] source, int from) {
        if (count == rows.length) {
            int most = (Integer.MAX_VALUE - 8) / width();
            grow(Math.min(Math.max(1024, count + count / 2), Math.max(most, count + 1)));
        }
        System.arraycopy(source, from, values, count * width(), width());
        labels[count] = label;
        rows[count] = row;
        count++;
    }

    private void grow(int capacity) {
        if ((long) capacity * width() > Integer.MAX_VALUE - 8) {
            throw new TrainingException("There are more than " + count + " rows of " + width()
                    + " features, which is too much; take fewer with --every.");
        }
        values = Arrays.copyOf(values, capacity * width());
        labels = Arrays.copyOf(labels, capacity);
        rows = Arrays.copyOf(rows, capacity);
    }

    public List<FeatureColumn> features() {
        return features;
    }

    public List<String> featureNames() {
        return features.stream().map(FeatureColumn::name).toList();
    }

    /** How many rows there are. */
    public int count() {
        return count;
    }

    int width() {
        return features.size();
    }

    public Row row(int index) {
        return rows[index];
    }

    public float label(int index) {
        return labels[index];
    }

    /** Gives a row another label. */
    public void setLabel(int index, float label) {
        labels[index] = label;
    }

    float value(int index, int feature) {
        return values[index * width() + feature];
    }

    /** The values of some rows, row after row. */
    float[] values(int[] some) {
        float[] found = new float[Math.multiplyExact(some.length, width())];
        for (int i = 0; i < some.length; i++) {
            System.arraycopy(values, some[i] * width(), found, i * width(), width());
        }
        return found;
    }

    /** The labels of some rows. */
    float[] labels(int[] some) {
        float[] found = new float[some.length];
        for (int i = 0; i < some.length; i++) {
            found[i] = labels[some[i]];
        }
        return found;
    }

    /** Whether each of some rows came true. */
    boolean[] positives(int[] some) {
        boolean[] found = new boolean[some.length];
        for (int i = 0; i < some.length; i++) {
            found[i] = labels[some[i]] > 0;
        }
        return found;
    }
}
