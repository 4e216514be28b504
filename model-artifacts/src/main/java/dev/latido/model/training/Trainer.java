package dev.latido.model.training;

import dev.latido.model.artifact.Calibration;
import dev.latido.model.artifact.Cuts;
import dev.latido.model.evaluation.LabelledScores;
import dev.latido.model.training.Parts.Trial;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Trains a model: the trials find the number of rounds, the calibration and the cuts; the model is then learned from all rows to
 * learn from, and judged by the test rows. The same rows and plan give the same bytes.
 */
public final class Trainer {

    /** Fewer rows of either label than this are nothing to learn from. */
    private static final int LEAST = 10;

    private final TrainingRows rows;
    private final TrainingPlan plan;
    private final Learner learner;

    private Trainer(TrainingRows rows, TrainingPlan plan) {
        this.rows = rows;
        this.plan = plan;
        this.learner = new Learner(rows, plan);
    }

    /**
     * Trains.
     *
     * @throws TrainingException when there is too little to learn from, or XGBoost cannot be used here
     */
    public static TrainedModel train(TrainingRows rows, Parts parts, TrainingPlan plan) {
        Trainer trainer = new Trainer(rows, plan);
        trainer.requireEnough(parts);
        NativeXgboost.require();
        try {
            return trainer.train(parts);
        } catch (XGBoostError e) {
            throw new TrainingException("XGBoost cannot learn from these rows: " + e.getMessage(), e);
        }
    }

    private TrainedModel train(Parts parts) throws XGBoostError {
        Rounds rounds = learner.rounds(parts.trials());
        int[] checked = parts.checked();
        float[] margins = new float[checked.length];
        for (int row = 0; row < margins.length; row++) {
            margins[row] = rounds.margins().get(row);
        }
        Calibration calibration = plan.isProbability() ? calibration(checked, margins) : Calibration.NONE;
        Predictions predictions = new Predictions(plan.objective(), calibration);
        double[] validation = predictions.of(margins);
        Optional<Cuts> cuts = plan.isProbability()
                ? plan.cuts().of(LabelledScores.of(validation, rows.positives(checked)))
                : Optional.empty();
        try (Ensemble ensemble = learner.learned(parts.learned(), rounds.count())) {
            return new ArtifactMaker(rows, parts, plan)
                    .make(ensemble, rounds, new ArtifactMaker.Findings(predictions, validation, cuts));
        }
    }

    /** Platt's scaling where it would have helped: fitted on one half of the subjects, it must be better on the other. */
    private Calibration calibration(int[] checked, float[] margins) {
        boolean[] positives = rows.positives(checked);
        String[] subjects = new String[checked.length];
        for (int i = 0; i < checked.length; i++) {
            subjects[i] = rows.row(checked[i]).subject();
        }
        return CalibrationChoice.of(margins, positives, subjects);
    }

    private void requireEnough(Parts parts) {
        require(parts.learned(), "learn from", LEAST);
        require(parts.checked(), "check with", LEAST);
        require(parts.test(), "judge by", 1);
        for (Trial trial : parts.trials()) {
            require(trial.fit(), "learn from in a trial", 1);
        }
    }

    private void require(int[] some, String what, int least) {
        int positives = 0;
        for (boolean positive : rows.positives(some)) {
            positives += positive ? 1 : 0;
        }
        int others = some.length - positives;
        if (plan.isProbability() && (positives < least || others < least)) {
            throw new TrainingException("Of the rows to " + what + ", " + positives + " came true and " + others
                    + " did not; at least " + least + " of each are needed.");
        }
        if (some.length < least) {
            throw new TrainingException(
                    "There are " + some.length + " rows to " + what + "; at least " + least + " are needed.");
        }
    }
}
