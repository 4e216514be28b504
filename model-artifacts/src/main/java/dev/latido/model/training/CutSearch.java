package dev.latido.model.training;

import dev.latido.model.evaluation.LabelledScores;
import dev.latido.model.evaluation.LabelledScores.Tie;
import dev.latido.model.evaluation.PrecisionRecallCurve;
import dev.latido.model.evaluation.PrecisionRecallCurve.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Looks for cuts in scores: numbers that some rows are above, and others not. */
final class CutSearch {

    /** Fewer rows than this say nothing of precision. */
    private static final int LEAST_ROWS = 20;

    private static final double FEWEST_DECIMALS = 1e3;
    private static final double MOST_DECIMALS = 1e15;

    private final LabelledScores checked;

    CutSearch(LabelledScores checked) {
        this.checked = checked;
    }

    /**
     * The lowest cut above which the precision is high enough.
     *
     * @throws TrainingException when there is none
     */
    double lowest(double precision) {
        List<Point> points = PrecisionRecallCurve.of(checked).points().stream()
                .filter(point -> point.rows() >= LEAST_ROWS)
                .toList();
        Point best = points.stream()
                .max(Comparator.comparingDouble(Point::precision))
                .orElseThrow(
                        () -> new TrainingException("The cuts cannot be chosen for a precision: there are fewer than "
                                + LEAST_ROWS + " validation rows, or none came true."));
        if (best.precision() < precision) {
            throw new TrainingException(String.format(
                    Locale.ROOT,
                    "No cut reaches a precision of %.3f on validation; the best, %.3f, is that of the %d rows from %.3f on.",
                    precision,
                    best.precision(),
                    best.rows(),
                    best.score()));
        }
        int last = points.size() - 1;
        while (points.get(last).precision() < precision) {
            last--;
        }
        return above(points.get(last).rows());
    }

    /** The lowest cut that no more than this share of the rows are above. */
    double atShare(double share) {
        long most = Math.round(share * checked.rows());
        int rows = 0;
        for (Tie tie : checked.ties()) {
            if (rows + tie.rows() > most) {
                return above(rows);
            }
            rows += tie.rows();
        }
        return 0;
    }

    /** A cut that so many of the highest rows are above, and no others. */
    private double above(int rows) {
        double above = 1;
        double below = 0;
        int seen = 0;
        for (Tie tie : checked.ties()) {
            if (seen == rows) {
                below = tie.score();
                break;
            }
            above = tie.score();
            seen += tie.rows();
        }
        return between(below, above);
    }

    /** A number with few decimals that is not below the lower one, and below the higher one. */
    private static double between(double below, double above) {
        double middle = (above + below) / 2;
        for (double scale = FEWEST_DECIMALS; scale < MOST_DECIMALS; scale *= 10) {
            double rounded = Math.round(middle * scale) / scale;
            if (rounded >= below && rounded < above) {
                return rounded;
            }
        }
        return middle;
    }
}
