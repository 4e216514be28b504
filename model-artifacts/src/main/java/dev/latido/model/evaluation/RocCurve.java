package dev.latido.model.evaluation;

import dev.latido.model.evaluation.LabelledScores.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The receiver operating characteristic: which share of the positives and of the negatives have at least a score, for each
 * score.
 *
 * @param points from (0, 0) to (1, 1); empty when there are no positives or no negatives
 */
public record RocCurve(List<Point> points) {

    /** The shares of negatives and positives at or above a score. */
    public record Point(double falsePositiveRate, double truePositiveRate) {}

    public RocCurve {
        points = List.copyOf(points);
    }

    public static RocCurve of(LabelledScores scores) {
        if (scores.positives() == 0 || scores.negatives() == 0) {
            return new RocCurve(List.of());
        }
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0));
        int positives = 0;
        int negatives = 0;
        for (Tie tie : scores.ties()) {
            positives += tie.positives();
            negatives += tie.negatives();
            points.add(new Point((double) negatives / scores.negatives(), (double) positives / scores.positives()));
        }
        return new RocCurve(points);
    }

    /**
     * AUC: the probability that a positive, drawn at random, has a higher score than a negative, where equal scores count
     * half; which is the area under this curve with straight lines between its points (Mann and Whitney's U, scaled).
     */
    public OptionalDouble area() {
        if (points.isEmpty()) {
            return OptionalDouble.empty();
        }
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            area += (to.falsePositiveRate - from.falsePositiveRate) * (to.truePositiveRate + from.truePositiveRate) / 2;
        }
        return OptionalDouble.of(area);
    }
}
