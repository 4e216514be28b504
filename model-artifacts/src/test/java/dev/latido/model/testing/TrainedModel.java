package dev.latido.model.testing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.Booster.PredictionType;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/** A model that XGBoost4J trained or loaded, and what XGBoost4J says of rows. */
public final class TrainedModel {

    private final Booster booster;
    private final @Nullable List<String> types;

    private TrainedModel(Booster booster, @Nullable List<String> types) {
        this.booster = booster;
        this.types = types;
    }

    /** Trains on rows of numbers. */
    public static TrainedModel train(Map<String, Object> parameters, int rounds, float[][] rows, float[] labels) {
        return train(parameters, rounds, rows, labels, null);
    }

    /** Trains on rows whose features have these types, {@code q} for a number and {@code c} for a category. */
    public static TrainedModel train(
            Map<String, Object> parameters, int rounds, float[][] rows, float[] labels, @Nullable List<String> types) {
        try {
            DMatrix matrix = matrix(rows, types);
            matrix.setLabel(labels);
            if (String.valueOf(parameters.get("objective")).startsWith("rank:")) {
                matrix.setGroup(groups(rows.length));
            }
            Map<String, Object> all = new HashMap<>(parameters);
            all.put("nthread", 1);
            Booster booster = XGBoost.train(matrix, all, rounds, Map.of(), null, null);
            matrix.dispose();
            return new TrainedModel(booster, types);
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    /** Loads a model as XGBoost4J does. */
    public static TrainedModel load(byte[] document) {
        try {
            return new TrainedModel(XGBoost.loadModel(document), null);
        } catch (XGBoostError | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int[] groups(int rows) {
        int[] groups = new int[rows / 10];
        java.util.Arrays.fill(groups, 10);
        return groups;
    }

    private static DMatrix matrix(float[][] rows, @Nullable List<String> types) throws XGBoostError {
        int columns = rows[0].length;
        DMatrix matrix = new DMatrix(flat(rows), rows.length, columns, Float.NaN);
        if (types != null) {
            matrix.setFeatureTypes(types.toArray(String[]::new));
        }
        return matrix;
    }

    private static float[] flat(float[][] rows) {
        float[] flat = new float[rows.length * rows[0].length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, flat, row * rows[0].length, rows[0].length);
        }
        return flat;
    }

    public byte[] json() {
        return document("json");
    }

    public byte[] ubjson() {
        return document("ubj");
    }

    private byte[] document(String format) {
        try {
            return booster.toByteArray(format);
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    public void attribute(String name, String value) {
        try {
            booster.setAttr(name, value);
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    /** The margins of rows without infinities, which XGBoost4J's matrix refuses. */
    public float[][] margins(float[][] rows) {
        return predict(rows, matrix -> booster.predict(matrix, true));
    }

    public float[][] predictions(float[][] rows) {
        return predict(rows, booster::predict);
    }

    /** Per row, for each output one after the other, a contribution per feature and then the bias. */
    public float[][] contributions(float[][] rows) {
        return predict(rows, matrix -> booster.predictContrib(matrix, 0));
    }

    /** The margins of any rows, by the way that takes infinities too. */
    public float[][] marginsInPlace(float[][] rows) {
        try {
            return booster.inplace_predict(
                    flat(rows), rows.length, rows[0].length, Float.NaN, new int[] {0, 0}, PredictionType.kMargin, null);
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    private float[][] predict(float[][] rows, Prediction prediction) {
        try {
            DMatrix matrix = matrix(rows, types);
            float[][] result = requireNonNull(prediction.of(matrix));
            matrix.dispose();
            return result;
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Prediction {
        float[][] of(DMatrix matrix) throws XGBoostError;
    }
}
