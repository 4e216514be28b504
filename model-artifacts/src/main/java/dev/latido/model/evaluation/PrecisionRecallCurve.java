package dev.latido.model.evaluation;

import dev.latido.model.evaluation.LabelledScores.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Precision and recall of the rows that have at least a score, for each score.
 *
 * @param points the highest score first; empty when there are no positives
 */
public record PrecisionRecallCurve(List<Point> points) {

    /**
     * The rows at or above a score.
     *
     * @param rows how many they are
     * @param precision the share of them that are positive
     * @param recall the share of all positives that are among them
     */
    public record Point(double score, int rows, double precision, double recall) {}

    public PrecisionRecallCurve {
        points = List.copyOf(points);
    }

    public static PrecisionRecallCurve of(LabelledScores scores) {
        List<Point> points = new ArrayList<>();
        int rows = 0;
        int positives = 0;
        for (Tie tie : scores.positives() == 0 ? List.<Tie>of() : scores.ties()) {
            rows += tie.rows();
            positives += tie.positives();
            points.add(
                    new Point(tie.score(), rows, (double) positives / rows, (double) positives / scores.positives()));
        }
        return new PrecisionRecallCurve(points);
    }

    /** PR-AUC as average precision: the precisions, each weighted by the recall that its score adds; nothing is interpolated. */
    public OptionalDouble averagePrecision() {
        double sum = 0;
        double recall = 0;
        for (Point point : points) {
            sum += (point.recall - recall) * point.precision;
            recall = point.recall;
        }
        return points.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }
}
