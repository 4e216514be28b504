package dev.latido.bench.score;

import dev.latido.bench.score.BenchModel.Shape;
import dev.latido.model.booster.UnusableModelException;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** A model that is trained within a moment. */
final class SmallModel {

    private static final int FEATURES = 8;

    private SmallModel() {}

    static BenchModel train() throws XGBoostError, UnusableModelException {
        return BenchModel.train(new Shape(12, 4, FEATURES, 1_000));
    }
}
