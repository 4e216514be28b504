package dev.latido.bench.score;

import dev.latido.feature.Feature;
import dev.latido.model.booster.Booster;
import dev.latido.model.booster.BoosterReader;
import dev.latido.model.booster.UnusableModelException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A model of probabilities that XGBoost4J has trained on random rows; its features have the names of the job's.
 *
 * @param json as XGBoost saves it
 * @param booster the same, read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BenchModel(byte[] json, Booster booster) {

    /**
     * How large a model is.
     *
     * @param rows that it is trained on
     */
    record Shape(int trees, int depth, int features, int rows) {

        /** That of the goals: 100 trees of depth 6 over 30 features. */
        static final Shape GOALS = new Shape(100, 6, 30, 20_000);
    }

    private static final long SEED = 7;

    /** Trains a model; the same shape gives the same model. */
    static BenchModel train(Shape shape) throws XGBoostError, UnusableModelException {
        Random random = new Random(SEED);
        float[][] rows = RandomRows.of(random, shape.rows(), shape.features());
        DMatrix matrix = new DMatrix(RandomRows.flat(rows), rows.length, shape.features(), Float.NaN);
        matrix.setLabel(RandomRows.labels(random, rows));
        matrix.setFeatureNames(names(shape.features()).toArray(String[]::new));
        Map<String, Object> parameters = Map.of(
                "objective",
                "binary:logistic",
                "max_depth",
                shape.depth(),
                "min_child_weight",
                0,
                "eta",
                0.1,
                "nthread",
                1,
                "seed",
                SEED);
        var trained = XGBoost.train(matrix, parameters, shape.trees(), Map.of(), null, null);
        byte[] json = trained.toByteArray("json");
        trained.dispose();
        matrix.dispose();
        return new BenchModel(json, BoosterReader.read(json));
    }

    /** Names of as many features of the job's. */
    static List<String> names(int features) {
        return Feature.ALL.subList(0, features).stream().map(Feature::text).toList();
    }

    /** Rows to score, other than those that it was trained on. */
    float[][] rows(int count) {
        return RandomRows.of(new Random(SEED + 1), count, booster.featureCount());
    }

    /** How many leaves its trees have in all. */
    int leaves() {
        return booster.trees().stream()
                .mapToInt(tree -> (tree.nodes().size() + 1) / 2)
                .sum();
    }
}
