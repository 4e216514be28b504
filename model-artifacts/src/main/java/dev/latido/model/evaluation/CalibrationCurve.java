package dev.latido.model.evaluation;

import dev.latido.model.evaluation.LabelledScores.Tie;
import java.util.ArrayList;
import java.util.List;

/**
 * What probabilities came to: rows in bins of about equally many, by probability, the lowest first. Rows of the same
 * probability are in the same bin.
 */
public record CalibrationCurve(List<Bin> bins) {

    /** How many bins there usually are. */
    public static final int BINS = 10;

    /**
     * Rows of similar probability.
     *
     * @param predicted the mean of their probabilities
     * @param observed the share of them that came true
     */
    public record Bin(int rows, double predicted, double observed) {}

    public CalibrationCurve {
        bins = List.copyOf(bins);
    }

    /** Of scores that are probabilities from 0 to 1, in at most so many bins. */
    public static CalibrationCurve of(LabelledScores scores, int most) {
        List<Bin> bins = new ArrayList<>();
        List<Tie> open = new ArrayList<>();
        long seen = 0;
        int filled = 0;
        for (int i = scores.ties().size() - 1; i >= 0; i--) {
            Tie tie = scores.ties().get(i);
            open.add(tie);
            seen += tie.rows();
            int due = (int) (seen * most / scores.rows());
            if (due > filled) {
                bins.add(bin(open));
                open.clear();
                filled = due;
            }
        }
        return new CalibrationCurve(bins);
    }

    private static Bin bin(List<Tie> ties) {
        int rows = ties.stream().mapToInt(Tie::rows).sum();
        int positives = ties.stream().mapToInt(Tie::positives).sum();
        double sum = ties.stream().mapToDouble(tie -> tie.score() * tie.rows()).sum();
        return new Bin(rows, sum / rows, (double) positives / rows);
    }

    /**
     * The expected calibration error: the mean, over the rows, of the distance between predicted and observed of their bin;
     * from 0 to 1. The bins hold equally many rows each, not equally wide ranges (Nixon et al. 2019, "adaptive"), because most
     * probabilities of rare things are small.
     */
    public double expectedError() {
        double rows = bins.stream().mapToInt(Bin::rows).sum();
        return bins.stream()
                .mapToDouble(bin -> bin.rows / rows * Math.abs(bin.predicted - bin.observed))
                .sum();
    }
}
