package dev.latido.model.training;

import dev.latido.model.artifact.Cuts;
import dev.latido.model.evaluation.LabelledScores;
import dev.latido.model.evaluation.PrecisionRecallCurve;
import dev.latido.model.evaluation.PrecisionRecallCurve.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the cuts of a model are to be chosen for, on rows that it did not learn from. */
public interface CutChoice {

    /** Fewer rows than this say nothing of precision. */
    int LEAST_ROWS = 20;

    /** Cuts have four decimals where that makes no difference. */
    double ROUND = 1e4;

    /** None are chosen. */
    CutChoice NONE = checked -> Optional.empty();

    /** The cuts for rows like these; empty where none are to be chosen. */
    Optional<Cuts> of(LabelledScores checked);

    /**
     * As many as possible are high, but so that this share of them comes true; of those that are medium or high, a share half
     * way between the base rate and this one.
     *
     * @param precision above 0 and below 1
     */
    static CutChoice precision(double precision) {
        return checked -> {
            double high = lowest(checked, precision);
            double medium = Math.min(high, lowest(checked, Math.min(precision, (precision + checked.baseRate()) / 2)));
            return Optional.of(new Cuts(
                    high,
                    medium,
                    "a precision of " + plain(precision)
                            + " above high, and half way from the base rate to it above medium, on validation"));
        };
    }

    /**
     * So large a share of the rows is high; three times as many are medium or high.
     *
     * @param capacity above 0 and at most a third
     */
    static CutChoice capacity(double capacity) {
        return checked -> Optional.of(new Cuts(
                atShare(checked, capacity),
                atShare(checked, 3 * capacity),
                String.format(
                        Locale.ROOT,
                        "a share of %s of the rows above high and %s above medium, on validation",
                        plain(capacity),
                        plain(3 * capacity))));
    }

    private static double lowest(LabelledScores checked, double precision) {
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
                    "No cut reaches a precision of %s on validation; the best, %.3f, is that of the %d rows from %.3f on.",
                    plain(precision),
                    best.precision(),
                    best.rows(),
                    best.score()));
        }
        int last = points.size() - 1;
        while (points.get(last).precision() < precision) {
            last--;
        }
        return cut(checked, points.get(last).rows());
    }

    private static double atShare(LabelledScores checked, double share) {
        long most = Math.round(share * checked.rows());
        int rows = 0;
        for (LabelledScores.Tie tie : checked.ties()) {
            if (rows + tie.rows() > most) {
                return cut(checked, rows);
            }
            rows += tie.rows();
        }
        return 0;
    }

    /** A round number that the so many highest rows are above, and no others; half way to the next ones if there is none. */
    private static double cut(LabelledScores checked, int rows) {
        double above = 1;
        double below = 0;
        int seen = 0;
        for (LabelledScores.Tie tie : checked.ties()) {
            if (seen == rows) {
                below = tie.score();
                break;
            }
            above = tie.score();
            seen += tie.rows();
        }
        double middle = (above + below) / 2;
        double rounded = Math.round(middle * ROUND) / ROUND;
        return rounded < above && rounded >= below ? rounded : middle;
    }

    private static String plain(double share) {
        return String.format(Locale.ROOT, "%.4f", share).replaceAll("\\.?0+$", "");
    }
}
