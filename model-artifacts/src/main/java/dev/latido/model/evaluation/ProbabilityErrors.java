package dev.latido.model.evaluation;

import dev.latido.model.evaluation.LabelledScores.Tie;

/**
 * How far probabilities are from what came true, on average over the rows; 0 is perfect, NaN is of no rows.
 *
 * @param logLoss the mean of {@code -ln} of the probability that was given to what happened; probabilities are kept
 *     {@value #CLOSEST} from 0 and 1, as XGBoost does
 * @param brier the mean squared difference between probability and outcome (Brier 1950), from 0 to 1
 */
public record ProbabilityErrors(double logLoss, double brier) {

    private static final double CLOSEST = 1e-16;

    /** Of scores that are probabilities from 0 to 1. */
    public static ProbabilityErrors of(LabelledScores scores) {
        double logLoss = 0;
        double brier = 0;
        for (Tie tie : scores.ties()) {
            double probability = tie.score();
            logLoss -= tie.positives() * Math.log(Math.max(probability, CLOSEST))
                    + tie.negatives() * Math.log(Math.max(1 - probability, CLOSEST));
            brier += tie.positives() * (1 - probability) * (1 - probability)
                    + tie.negatives() * probability * probability;
        }
        return new ProbabilityErrors(logLoss / scores.rows(), brier / scores.rows());
    }
}
