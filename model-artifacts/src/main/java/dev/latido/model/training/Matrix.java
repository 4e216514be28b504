package dev.latido.model.training;

import java.util.List;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Rows in XGBoost's own memory. */
final class Matrix implements AutoCloseable {

    private final DMatrix rows;

    private Matrix(DMatrix rows) {
        this.rows = rows;
    }

    /** Some rows, with their labels. */
    static Matrix of(TrainingRows rows, int[] some) throws XGBoostError {
        Matrix matrix = of(rows, rows.values(some));
        matrix.rows.setLabel(rows.labels(some));
        return matrix;
    }

    /** Rows of the same features, without labels. */
    static Matrix of(TrainingRows like, float[] values) throws XGBoostError {
        int width = like.width();
        DMatrix rows = new DMatrix(values, values.length / width, width, Float.NaN);
        List<String> types = like.features().stream()
                .map(feature -> feature.type().xgboost())
                .toList();
        if (like.featureNames().stream().allMatch(Matrix::isKept)) {
            rows.setFeatureNames(like.featureNames().toArray(String[]::new));
        }
        rows.setFeatureTypes(types.toArray(String[]::new));
        return new Matrix(rows);
    }

    /** XGBoost4J cuts names off that are not plain ASCII; then the manifest alone has them. */
    private static boolean isKept(String name) {
        return name.chars().allMatch(character -> character >= ' ' && character <= '~');
    }

    DMatrix rows() {
        return rows;
    }

    @Override
    public void close() {
        rows.dispose();
    }
}
