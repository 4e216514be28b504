package dev.latido.model.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ranges of a number that held about equally many rows each when they were made, and one more for missing ones.
 *
 * @param edges where a range ends and the next begins, ascending, each other; a value that equals an edge is in the range
 *     that ends there
 */
public record QuantileBins(List<Float> edges) {

    /** How many ranges there usually are. */
    public static final int BINS = 10;

    public QuantileBins {
        edges = List.copyOf(edges);
        for (int i = 0; i < edges.size(); i++) {
            if (edges.get(i).isNaN() || (i > 0 && edges.get(i) <= edges.get(i - 1))) {
                throw new IllegalArgumentException("edges must ascend, but are " + edges);
            }
        }
    }

    /** At most so many ranges for values, of which NaN ones are missing; fewer where many values are the same. */
    public static QuantileBins of(float[] values, int most) {
        float[] known = known(values);
        List<Float> edges = new ArrayList<>();
        for (int bin = 1; bin < most && known.length > 0; bin++) {
            int last = (int) (((long) bin * known.length + most - 1) / most) - 1;
            float edge = known[last];
            boolean isHigher = edges.isEmpty() || edge > edges.get(edges.size() - 1);
            if (isHigher && edge < known[known.length - 1]) {
                edges.add(edge);
            }
        }
        return new QuantileBins(edges);
    }

    private static float[] known(float[] values) {
        float[] known = new float[values.length];
        int count = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                known[count++] = value + 0f;
            }
        }
        known = Arrays.copyOf(known, count);
        Arrays.sort(known);
        return known;
    }

    /** How many ranges there are, the one of missing values included. */
    public int count() {
        return edges.size() + 2;
    }

    /** The number of the range that the value is in; NaN is in the last. */
    public int bin(float value) {
        if (Float.isNaN(value)) {
            return edges.size() + 1;
        }
        int bin = 0;
        while (bin < edges.size() && value > edges.get(bin)) {
            bin++;
        }
        return bin;
    }

    /** How many of the values are in each range. */
    public long[] counts(float[] values) {
        long[] counts = new long[count()];
        for (float value : values) {
            counts[bin(value)]++;
        }
        return counts;
    }
}
