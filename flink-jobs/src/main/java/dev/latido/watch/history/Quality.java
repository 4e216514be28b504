package dev.latido.watch.history;

import dev.latido.model.evaluation.CalibrationCurve;
import dev.latido.watch.tally.ArtifactId;
import dev.latido.watch.tally.WatchedArtifact.AwaitedOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * How good an artifact's scores were; NaN is what cannot be said of so few rows.
 *
 * @param artifact by the beginning of its hash
 * @param auc the probability that a score that came true is above one that did not, where those in one bin count half (Mann
 *     and Whitney's U, scaled)
 * @param calibration what scores said and what came true, in about ten groups of as many rows each
 */
public record Quality(
        ArtifactId artifact,
        AwaitedOutcome outcome,
        long rows,
        long positives,
        double auc,
        double calibrationError,
        CalibrationCurve calibration) {

    /** @param leastRows with fewer nothing but their number is said */
    static Quality of(ArtifactId artifact, AwaitedOutcome outcome, LabelCounts counts, int leastRows) {
        long positives = counts.positives().total();
        long rows = positives + counts.negatives().total();
        boolean enough = rows >= leastRows;
        CalibrationCurve curve = enough ? curve(counts, rows) : new CalibrationCurve(List.of());
        return new Quality(
                artifact,
                outcome,
                rows,
                positives,
                enough && positives > 0 && positives < rows ? auc(counts) : Double.NaN,
                enough ? curve.expectedError() : Double.NaN,
                curve);
    }

    private static double auc(LabelCounts counts) {
        long negativesBelow = 0;
        long twiceWon = 0;
        for (int bin = 0; bin < counts.positives().size(); bin++) {
            long negatives = counts.negatives().at(bin);
            twiceWon += counts.positives().at(bin) * (2 * negativesBelow + negatives);
            negativesBelow += negatives;
        }
        return twiceWon / (2.0 * counts.positives().total() * negativesBelow);
    }

    private static CalibrationCurve curve(LabelCounts counts, long rows) {
        List<CalibrationCurve.Bin> groups = new ArrayList<>();
        long seen = 0;
        long filled = 0;
        int first = 0;
        for (int bin = 0; bin < counts.positives().size(); bin++) {
            seen += counts.rows(bin);
            long due = seen * CalibrationCurve.BINS / rows;
            if (due > filled) {
                groups.add(group(counts, first, bin + 1));
                filled = due;
                first = bin + 1;
            }
        }
        return new CalibrationCurve(groups);
    }

    private static CalibrationCurve.Bin group(LabelCounts counts, int from, int to) {
        long rows = 0;
        long positives = 0;
        double sum = 0;
        for (int bin = from; bin < to; bin++) {
            rows += counts.rows(bin);
            positives += counts.positives().at(bin);
            sum += counts.sum(bin);
        }
        return new CalibrationCurve.Bin(Math.toIntExact(rows), sum / rows, (double) positives / rows);
    }
}
