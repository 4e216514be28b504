package dev.latido.bench.score;

import java.util.Random;

/** Rows of random values, a tenth of them missing. */
final class RandomRows {

    private RandomRows() {}

    /** Numbers of several kinds: real, whole, and mostly zero. */
    static float[][] of(Random random, int count, int features) {
        float[][] rows = new float[count][features];
        for (float[] row : rows) {
            for (int feature = 0; feature < features; feature++) {
                row[feature] = random.nextInt(10) == 0 ? Float.NaN : value(random, feature % 3);
            }
        }
        return rows;
    }

    private static float value(Random random, int kind) {
        return switch (kind) {
            case 0 -> (float) random.nextGaussian();
            case 1 -> random.nextInt(40);
            default -> random.nextInt(3) == 0 ? random.nextFloat() * 1000 : 0;
        };
    }

    /** For each row 1 or 0, by chances that depend on all values and on pairs of them. */
    static float[] labels(Random random, float[][] rows) {
        float[] labels = new float[rows.length];
        for (int row = 0; row < rows.length; row++) {
            double sum = 0;
            double before = 0;
            for (float value : rows[row]) {
                double part = Float.isNaN(value) ? 0.5 : Math.sin(value);
                sum += part * before + part / 2;
                before = part;
            }
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-sum)) ? 1 : 0;
        }
        return labels;
    }

    /** The rows one behind the other. */
    static float[] flat(float[][] rows) {
        int width = rows[0].length;
        float[] flat = new float[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, flat, row * width, width);
        }
        return flat;
    }
}
