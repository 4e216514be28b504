package dev.latido.model.training;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How XGBoost is to learn.
 *
 * @param maxDepth the most splits from root to leaf, from 1 to 12
 * @param learningRate what each tree counts, above 0 and at most 1
 * @param minChildWeight the least sum of second derivatives in a leaf
 * @param rowShare the share of the rows that each tree sees
 * @param featureShare the share of the features that each tree sees
 * @param maxRounds the most trees
 * @param patience after so many rounds without improvement learning stops
 * @param seed of what is drawn
 */
public record Hyperparameters(
        int maxDepth,
        double learningRate,
        double minChildWeight,
        double rowShare,
        double featureShare,
        int maxRounds,
        int patience,
        long seed) {

    public static final Hyperparameters DEFAULT = new Hyperparameters(4, 0.1, 1, 0.8, 0.8, 500, 40, 7);

    /**
     * For rows of which many are of the same subject and much alike, so that they say less than their number: smaller trees, more
     * of them, and each sees less.
     */
    public static final Hyperparameters REPEATED = new Hyperparameters(3, 0.05, 1, 0.5, 0.5, 1_000, 40, 7);

    public Hyperparameters {
        require(maxDepth >= 1 && maxDepth <= 12, "the depth of trees must be from 1 to 12, was " + maxDepth);
        require(learningRate > 0 && learningRate <= 1, "the learning rate must be in (0, 1], was " + learningRate);
        require(minChildWeight >= 0, "the least weight of a leaf must not be negative, was " + minChildWeight);
        require(rowShare > 0 && rowShare <= 1, "the share of rows must be in (0, 1], was " + rowShare);
        require(featureShare > 0 && featureShare <= 1, "the share of features must be in (0, 1], was " + featureShare);
        require(maxRounds >= 1 && maxRounds <= 5_000, "the number of rounds must be from 1 to 5000, was " + maxRounds);
        require(patience >= 1, "the patience must be at least 1, was " + patience);
        require(seed >= 0 && seed <= Integer.MAX_VALUE, "the seed must be from 0 to 2147483647, was " + seed);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    public Hyperparameters withSeed(long other) {
        return new Hyperparameters(
                maxDepth, learningRate, minChildWeight, rowShare, featureShare, maxRounds, patience, other);
    }

    public Hyperparameters withTrees(int depth, double rate, int rounds) {
        return new Hyperparameters(depth, rate, minChildWeight, rowShare, featureShare, rounds, patience, seed);
    }

    /** In XGBoost's words. One thread, so that sums are always made in the same order. */
    Map<String, Object> xgboost() {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("tree_method", "hist");
        words.put("max_depth", maxDepth);
        words.put("eta", learningRate);
        words.put("min_child_weight", minChildWeight);
        words.put("subsample", rowShare);
        words.put("colsample_bytree", featureShare);
        words.put("seed", seed);
        words.put("nthread", 1);
        return words;
    }

    /** For the manifest. */
    Map<String, Object> stated(int rounds) {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("maxDepth", maxDepth);
        stated.put("learningRate", learningRate);
        stated.put("minChildWeight", minChildWeight);
        stated.put("rowShare", rowShare);
        stated.put("featureShare", featureShare);
        stated.put("rounds", rounds);
        stated.put("maxRounds", maxRounds);
        stated.put("patience", patience);
        return stated;
    }
}
