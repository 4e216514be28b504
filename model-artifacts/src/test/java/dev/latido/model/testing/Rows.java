package dev.latido.model.testing;

import dev.latido.model.booster.Booster;
import dev.latido.model.booster.Node;
import dev.latido.model.booster.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows of random values, a tenth of them missing. */
public final class Rows {

    private static final float[] EXTREMES = {
        0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MIN_NORMAL, Float.MAX_VALUE, -Float.MAX_VALUE, 1e-30f, 1e30f
    };

    private Rows() {}

    /** Numbers of several kinds: real, whole, and mostly zero. */
    public static float[][] random(Random random, int count, int features) {
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
            case 1 -> random.nextInt(12) - 4;
            default -> random.nextInt(3) == 0 ? random.nextFloat() * 1000 : 0;
        };
    }

    /** Categories from 0, as many as given, in every feature. */
    public static float[][] categories(Random random, int count, int features, int categories) {
        float[][] rows = new float[count][features];
        for (float[] row : rows) {
            for (int feature = 0; feature < features; feature++) {
                row[feature] = random.nextInt(10) == 0 ? Float.NaN : random.nextInt(categories);
            }
        }
        return rows;
    }

    /** These rows, each with some values changed to thresholds of the model, their neighbours and the extremes of floats. */
    public static float[][] onThresholds(Random random, float[][] rows, Booster model) {
        List<List<Float>> thresholds = thresholds(model);
        float[][] changed = new float[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            changed[row] = rows[row].clone();
            for (int feature = 0; feature < changed[row].length; feature++) {
                changed[row][feature] = changed(random, changed[row][feature], thresholds.get(feature));
            }
        }
        return changed;
    }

    private static float changed(Random random, float value, List<Float> thresholds) {
        float threshold = thresholds.isEmpty() ? value : thresholds.get(random.nextInt(thresholds.size()));
        return switch (random.nextInt(6)) {
            case 0, 1 -> threshold;
            case 2 -> Math.nextUp(threshold);
            case 3 -> Math.nextDown(threshold);
            case 4 -> EXTREMES[random.nextInt(EXTREMES.length)];
            default -> value;
        };
    }

    private static List<List<Float>> thresholds(Booster model) {
        List<List<Float>> thresholds = new ArrayList<>();
        for (int feature = 0; feature < model.featureCount(); feature++) {
            thresholds.add(new ArrayList<>());
        }
        for (Tree tree : model.trees()) {
            for (Node node : tree.nodes()) {
                if (node instanceof Node.NumericalSplit split) {
                    thresholds.get(split.feature()).add(split.threshold());
                }
            }
        }
        return thresholds;
    }

    /** Labels that depend on the rows, between 0 and 1. */
    public static float[] labels(Random random, float[][] rows) {
        float[] labels = new float[rows.length];
        for (int row = 0; row < rows.length; row++) {
            double sum = random.nextGaussian();
            for (int feature = 0; feature < rows[row].length; feature++) {
                double value = Float.isNaN(rows[row][feature]) ? -1 : Math.tanh(rows[row][feature]);
                sum += feature % 2 == 0 ? value : -value * Math.cos(sum);
            }
            labels[row] = (float) (1 / (1 + Math.exp(-sum)));
        }
        return labels;
    }
}
