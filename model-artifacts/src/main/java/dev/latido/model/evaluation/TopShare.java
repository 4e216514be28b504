package dev.latido.model.evaluation;

import dev.latido.model.evaluation.LabelledScores.Tie;

/**
 * The share of the rows with the highest scores: what one gets who looks at that many. Where equal scores stand across the
 * edge, as many of their rows count as fit, and of their positives the expected number.
 *
 * @param share the share of the rows, above 0 and at most 1
 * @param precision the share of them that are positive
 * @param recall the share of all positives that are among them; NaN when there are none
 * @param lift precision divided by the base rate; NaN when there are no positives
 */
public record TopShare(double share, double precision, double recall, double lift) {

    /** The part that is usually asked for. */
    public static final double DECILE = 0.1;

    /** Of at least one row; the number of rows looked at is the share of all, rounded up. */
    public static TopShare of(LabelledScores scores, double share) {
        int most = (int) Math.ceil(share * scores.rows() - 1e-9);
        double positives = 0;
        int rows = 0;
        for (Tie tie : scores.ties()) {
            int taken = Math.min(tie.rows(), most - rows);
            positives += (double) tie.positives() * taken / tie.rows();
            rows += taken;
        }
        double precision = positives / rows;
        return new TopShare(share, precision, positives / scores.positives(), precision / scores.baseRate());
    }
}
