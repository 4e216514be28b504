package dev.latido.bench.score;

import java.io.IOException;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.Booster.PredictionType;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost4J, with one thread or with as many as it takes by default. */
final class XgboostScorer implements RowScorer {

    private static final int[] ALL_ROUNDS = {0, 0};

    /** What is asked of a booster about a row. */
    private interface Question {
        float[] answer(Booster booster, float[] row) throws XGBoostError;
    }

    private final Booster booster;
    private final Question question;

    private XgboostScorer(BenchModel model, boolean oneThread, Question question) throws XGBoostError, IOException {
        booster = XGBoost.loadModel(model.json());
        if (oneThread) {
            booster.setParam("nthread", 1);
        }
        this.question = question;
    }

    /** Makes a matrix of the row, and predicts its margin. */
    static RowScorer matrix(BenchModel model, boolean oneThread) throws XGBoostError, IOException {
        return new XgboostScorer(
                model, oneThread, (booster, row) -> ofMatrix(row, matrix -> booster.predict(matrix, true)));
    }

    /** Predicts the margin from the row as it is. */
    static RowScorer inPlace(BenchModel model, boolean oneThread) throws XGBoostError, IOException {
        return new XgboostScorer(
                model,
                oneThread,
                (booster, row) -> booster.inplace_predict(
                                row, 1, row.length, Float.NaN, ALL_ROUNDS, PredictionType.kMargin, null)[0]);
    }

    /** Makes a matrix of the row, and computes the contributions to its margin. */
    static RowScorer contributions(BenchModel model, boolean oneThread) throws XGBoostError, IOException {
        return new XgboostScorer(
                model, oneThread, (booster, row) -> ofMatrix(row, matrix -> booster.predictContrib(matrix, 0)));
    }

    @Override
    public void score(float[] row, float[] out) throws XGBoostError {
        float[] answer = question.answer(booster, row);
        System.arraycopy(answer, 0, out, 0, answer.length);
    }

    @Override
    public void close() {
        booster.dispose();
    }

    private interface MatrixQuestion {
        float[][] answer(DMatrix matrix) throws XGBoostError;
    }

    private static float[] ofMatrix(float[] row, MatrixQuestion question) throws XGBoostError {
        DMatrix matrix = new DMatrix(row, 1, row.length, Float.NaN);
        try {
            return question.answer(matrix)[0];
        } finally {
            matrix.dispose();
        }
    }
}
