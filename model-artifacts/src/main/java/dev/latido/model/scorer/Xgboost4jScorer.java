package dev.latido.model.scorer;

import dev.latido.model.booster.Booster;
import dev.latido.model.booster.UnusableModelException;
import java.io.IOException;
import ml.dmlc.xgboost4j.java.Booster.PredictionType;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/** Scores with XGBoost4J, one row after the other, on the caller's thread. */
final class Xgboost4jScorer implements Scorer {

    private static final String NEWEST_KNOWN = "3.0.";

    private final Booster model;
    private final ml.dmlc.xgboost4j.java.Booster booster;
    private final int[] rounds;

    private Xgboost4jScorer(Booster model, ml.dmlc.xgboost4j.java.Booster booster, int[] rounds) {
        this.model = model;
        this.booster = booster;
        this.rounds = rounds;
    }

    /** Loads a model, given as read and as its bytes. */
    static Xgboost4jScorer open(Booster model, byte[] document)
            throws UnusableModelException, MissingNativeLibraryException {
        requireKnown(model.xgboostVersion());
        NativeLibrary.require();
        try {
            ml.dmlc.xgboost4j.java.Booster booster = XGBoost.loadModel(document);
            booster.setParam("nthread", 1);
            return new Xgboost4jScorer(model, booster, rounds(booster.getAttr("best_iteration")));
        } catch (XGBoostError | IOException e) {
            throw new UnusableModelException("XGBoost4J cannot load the model.", e);
        }
    }

    /** XGBoost4J loads newer models without an error, and scores them wrongly. */
    private static void requireKnown(String version) throws UnusableModelException {
        boolean older = version.startsWith("1.") || version.startsWith("2.");
        if (!older && !version.startsWith(NEWEST_KNOWN)) {
            throw new UnusableModelException("The model was written by XGBoost " + version
                    + ", which the scorer xgboost4j does not know; the scorer forest does.");
        }
    }

    /** From the first round up to the best one, inclusive; XGBoost takes an end of 0 for all. */
    private static int[] rounds(@Nullable String bestIteration) {
        return new int[] {0, bestIteration == null ? 0 : Integer.parseInt(bestIteration) + 1};
    }

    @Override
    public int featureCount() {
        return model.featureCount();
    }

    @Override
    public int outputs() {
        return model.outputs();
    }

    @Override
    public void margins(float[] row, float[] out) {
        try {
            System.arraycopy(margins(row), 0, out, 0, model.outputs());
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost4J cannot score a row", e);
        }
    }

    /** By a matrix where that is possible: prediction in place rounds a {@code dart} model's margins otherwise. */
    private float[] margins(float[] row) throws XGBoostError {
        if (rounds[1] != 0 || hasInfinity(row)) {
            return booster.inplace_predict(
                            row, 1, model.featureCount(), Float.NaN, rounds, PredictionType.kMargin, null)[0];
        }
        DMatrix matrix = new DMatrix(row, 1, model.featureCount(), Float.NaN);
        try {
            return booster.predict(matrix, true)[0];
        } finally {
            matrix.dispose();
        }
    }

    /** A matrix does not take infinities. */
    private static boolean hasInfinity(float[] row) {
        for (float value : row) {
            if (Float.isInfinite(value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
