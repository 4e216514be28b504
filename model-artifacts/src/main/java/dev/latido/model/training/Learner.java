package dev.latido.model.training;

import dev.latido.model.training.Parts.Trial;
import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Lets XGBoost learn from rows. */
final class Learner {

    private final TrainingRows rows;
    private final TrainingPlan plan;

    Learner(TrainingRows rows, TrainingPlan plan) {
        this.rows = rows;
        this.plan = plan;
    }

    /** Runs all trials, each until it does not get better, and finds the number of rounds that is best for all. */
    Rounds rounds(List<Trial> trials) throws XGBoostError {
        List<Ensemble> ensembles = new ArrayList<>();
        try {
            List<Integer> weights = new ArrayList<>();
            for (Trial trial : trials) {
                try (Matrix fit = Matrix.of(rows, trial.fit());
                        Matrix check = Matrix.of(rows, trial.check())) {
                    ensembles.add(Ensemble.watched(fit, check, plan.objective(), plan.hyperparameters()));
                    weights.add(trial.check().length);
                }
            }
            List<Float> curve =
                    Rounds.mean(ensembles.stream().map(Ensemble::curve).toList(), weights);
            int best = Rounds.best(curve);
            return new Rounds(best, curve, margins(trials, ensembles, best));
        } finally {
            ensembles.forEach(Ensemble::close);
        }
    }

    private List<Float> margins(List<Trial> trials, List<Ensemble> ensembles, int best) throws XGBoostError {
        List<Float> margins = new ArrayList<>();
        for (int trial = 0; trial < trials.size(); trial++) {
            try (Matrix check = Matrix.of(rows, trials.get(trial).check())) {
                for (float margin : ensembles.get(trial).margins(check, best)) {
                    margins.add(margin);
                }
            }
        }
        return margins;
    }

    /** Learns from rows for so many rounds. */
    Ensemble learned(int[] some, int count) throws XGBoostError {
        try (Matrix fit = Matrix.of(rows, some)) {
            return Ensemble.learned(fit, plan.objective(), plan.hyperparameters(), count);
        }
    }

    /** The margins of rows. */
    float[] margins(Ensemble ensemble, int[] some, int count) throws XGBoostError {
        try (Matrix matrix = Matrix.of(rows, some)) {
            return ensemble.margins(matrix, count);
        }
    }
}
