package dev.latido.model.training;

import dev.latido.model.artifact.Calibration;
import dev.latido.model.booster.Objective;
import dev.latido.model.evaluation.LabelledScores;
import dev.latido.model.evaluation.ProbabilityErrors;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Whether probabilities get better by Platt's scaling: fitted on one half of the subjects it must lower the log loss of the
 * other half, and the other way round.
 */
final class CalibrationChoice {

    /** A gain in log loss below this is noise. */
    private static final double LEAST_GAIN = 1e-4;

    private CalibrationChoice() {}

    /** Platt's scaling of all rows if it helps, else none. */
    static Calibration of(float[] margins, boolean[] positives, String[] subjects) {
        IntPredicate isOdd = row -> (subjects[row].hashCode() & 1) == 1;
        int[] odd = IntStream.range(0, subjects.length).filter(isOdd).toArray();
        int[] even = IntStream.range(0, subjects.length).filter(isOdd.negate()).toArray();
        if (odd.length == 0 || even.length == 0) {
            return Calibration.NONE;
        }
        double[] plain = new Predictions(Objective.BINARY_LOGISTIC, Calibration.NONE).of(margins);
        double[] scaled = new double[margins.length];
        scale(margins, positives, odd, even, scaled);
        scale(margins, positives, even, odd, scaled);
        return logLoss(scaled, positives) < logLoss(plain, positives) - LEAST_GAIN
                ? PlattScaling.fit(margins, positives)
                : Calibration.NONE;
    }

    private static void scale(float[] margins, boolean[] positives, int[] fit, int[] apply, double[] scaled) {
        float[] some = new float[fit.length];
        boolean[] hits = new boolean[fit.length];
        for (int i = 0; i < fit.length; i++) {
            some[i] = margins[fit[i]];
            hits[i] = positives[fit[i]];
        }
        Calibration fitted = PlattScaling.fit(some, hits);
        for (int row : apply) {
            scaled[row] = fitted.probability(margins[row]);
        }
    }

    private static double logLoss(double[] probabilities, boolean[] positives) {
        return ProbabilityErrors.of(LabelledScores.of(probabilities, positives)).logLoss();
    }
}
