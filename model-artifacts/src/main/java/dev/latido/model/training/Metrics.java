package dev.latido.model.training;

import dev.latido.model.artifact.Cuts;
import dev.latido.model.evaluation.AmountErrors;
import dev.latido.model.evaluation.CalibrationCurve;
import dev.latido.model.evaluation.LabelledScores;
import dev.latido.model.evaluation.PrecisionRecallCurve;
import dev.latido.model.evaluation.ProbabilityErrors;
import dev.latido.model.evaluation.RankCorrelation;
import dev.latido.model.evaluation.RocCurve;
import dev.latido.model.evaluation.TopShare;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How good a model is on rows, by the names that a manifest has for it; what cannot be said is left out. */
final class Metrics {

    private static final double DECIMALS = 1e6;

    private final Map<String, Double> found = new LinkedHashMap<>();

    private Metrics() {}

    /** Of probabilities; lead times are from rising above the cut, or into the top decile where none was chosen. */
    static Map<String, Double> ofProbabilities(
            TrainingRows rows, int[] some, double[] probabilities, Optional<Cuts> cuts) {
        LabelledScores scores = LabelledScores.of(probabilities, rows.positives(some));
        Metrics metrics = new Metrics();
        RocCurve.of(scores).area().ifPresent(area -> metrics.put("auc", area));
        PrecisionRecallCurve.of(scores).averagePrecision().ifPresent(area -> metrics.put("prAuc", area));
        ProbabilityErrors errors = ProbabilityErrors.of(scores);
        metrics.put("logLoss", errors.logLoss());
        metrics.put("brier", errors.brier());
        metrics.put(
                "calibrationError",
                CalibrationCurve.of(scores, CalibrationCurve.BINS).expectedError());
        metrics.put(TopShare.of(scores, TopShare.DECILE));
        cuts.ifPresent(chosen -> metrics.put(scores, chosen));
        double cut = cuts.map(Cuts::high).orElseGet(() -> LeadTime.cutOfTop(scores, TopShare.DECILE));
        LeadTime.median(rows, some, probabilities, cut).ifPresent(days -> metrics.put("leadTimeDays", days));
        return metrics.found;
    }

    static Map<String, Double> ofAmounts(double[] predicted, double[] actual) {
        Metrics metrics = new Metrics();
        AmountErrors errors = AmountErrors.of(predicted, actual);
        metrics.put("meanAbsoluteError", errors.meanAbsolute());
        metrics.put("meanAbsoluteErrorOfMean", errors.meanAbsoluteOfMean());
        metrics.put("rootMeanSquareError", errors.rootMeanSquare());
        metrics.put("meanPredicted", errors.meanPredicted());
        metrics.put("meanActual", errors.meanActual());
        RankCorrelation.of(predicted, actual).ifPresent(value -> metrics.put("rankCorrelation", value));
        return metrics.found;
    }

    private void put(TopShare top) {
        put("precisionTopDecile", top.precision());
        put("recallTopDecile", top.recall());
        put("liftTopDecile", top.lift());
    }

    private void put(LabelledScores scores, Cuts cuts) {
        int rows = 0;
        int positives = 0;
        for (LabelledScores.Tie tie : scores.ties()) {
            if (tie.score() > cuts.high()) {
                rows += tie.rows();
                positives += tie.positives();
            }
        }
        put("shareHigh", (double) rows / scores.rows());
        put("precisionHigh", (double) positives / rows);
        put("recallHigh", (double) positives / scores.positives());
    }

    private void put(String name, double value) {
        if (Double.isFinite(value)) {
            found.put(name, Math.round(value * DECIMALS) / DECIMALS);
        }
    }
}
