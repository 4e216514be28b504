package dev.latido.model.training;

import dev.latido.model.booster.Objective;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trees that XGBoost has made, in its own memory. */
final class Ensemble implements AutoCloseable {

    private final Booster booster;
    private final float[] curve;

    private Ensemble(Booster booster, float[] curve) {
        this.booster = booster;
        this.curve = curve;
    }

    /** Learns for so many rounds. */
    static Ensemble learned(Matrix fit, Objective objective, Hyperparameters how, int rounds) throws XGBoostError {
        return new Ensemble(
                XGBoost.train(fit.rows(), parameters(objective, how), rounds, Map.of(), null, null), new float[0]);
    }

    /** Learns until the loss on the rows to check with has not fallen for a while. */
    static Ensemble watched(Matrix fit, Matrix check, Objective objective, Hyperparameters how) throws XGBoostError {
        float[][] losses = new float[1][how.maxRounds()];
        Booster booster = XGBoost.train(
                fit.rows(),
                parameters(objective, how),
                how.maxRounds(),
                Map.of("check", check.rows()),
                losses,
                null,
                null,
                how.patience());
        return new Ensemble(booster, Arrays.copyOf(losses[0], booster.getNumBoostedRound()));
    }

    private static Map<String, Object> parameters(Objective objective, Hyperparameters how) {
        Map<String, Object> words = new LinkedHashMap<>(how.xgboost());
        words.put("objective", objective.label());
        words.put("eval_metric", loss(objective));
        words.put("verbosity", 0);
        words.put("verbose_eval", "false");
        return words;
    }

    private static String loss(Objective objective) {
        return switch (objective) {
            case BINARY_LOGISTIC -> "logloss";
            case REG_TWEEDIE -> "tweedie-nloglik@1.5";
            case REG_SQUARED_ERROR -> "rmse";
            default -> throw new IllegalArgumentException("models are not trained for " + objective.label());
        };
    }

    /** The loss on the rows to check with, after each round. */
    float[] curve() {
        return curve.clone();
    }

    /** The margins of rows, by the first so many rounds. */
    float[] margins(Matrix rows, int rounds) throws XGBoostError {
        float[][] margins = booster.predict(rows.rows(), true, rounds);
        float[] flat = new float[margins.length];
        for (int row = 0; row < flat.length; row++) {
            flat[row] = margins[row][0];
        }
        return flat;
    }

    /** In XGBoost's JSON. */
    byte[] json() throws XGBoostError {
        return booster.toByteArray("json");
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
