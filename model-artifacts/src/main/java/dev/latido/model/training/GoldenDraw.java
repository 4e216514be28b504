package dev.latido.model.training;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Rows that a model is tried with whenever it is loaded: some as they were recorded, some with values taken away, and one that
 * has none at all. The same rows and seed give the same.
 */
final class GoldenDraw {

    /** How many rows there are. */
    static final int ROWS = 64;

    /** So many of them are as they were recorded. */
    private static final int AS_RECORDED = 48;

    private static final double TAKEN_AWAY = 0.25;

    private GoldenDraw() {}

    /** Row after row, a value per feature. */
    static float[] of(TrainingRows rows, int[] from, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] drawn = random.ints(ROWS, 0, from.length).map(i -> from[i]).toArray();
        float[] values = rows.values(drawn);
        int width = rows.width();
        for (int i = AS_RECORDED * width; i < values.length; i++) {
            if (random.nextDouble() < TAKEN_AWAY) {
                values[i] = Float.NaN;
            }
        }
        Arrays.fill(values, (ROWS - 1) * width, values.length, Float.NaN);
        return values;
    }
}
