package dev.latido.watch.tally;

import dev.latido.model.evaluation.QuantileBins;
import java.util.stream.IntStream;

/**
 * The bins in which two scores of the same customers are compared. Probabilities fall into bins of equal log-odds, a quarter
 * wide, from 0.2 % to 99.8 %, since those of rare things are all small; amounts into the ranges of the active artifact's
 * reference.
 */
public final class ScoreScale {

    /** The scale of every probability. */
    public static final ScoreScale PROBABILITY = new ScoreScale(IntStream.rangeClosed(-24, 24)
            .mapToDouble(step -> sigmoid(step / 4.0))
            .toArray());

    /** The most bins that a scale has. */
    public static final int MOST_BINS = 50;

    private final double[] edges;

    private ScoreScale(double[] edges) {
        this.edges = edges;
    }

    /** The scale of amounts that are ranged like this; ranges beyond the limit are one with the last. */
    static ScoreScale of(QuantileBins bins) {
        return new ScoreScale(bins.edges().stream()
                .limit(MOST_BINS - 1)
                .mapToDouble(Float::doubleValue)
                .toArray());
    }

    public int size() {
        return edges.length + 1;
    }

    /** The number of the bin; a score that equals an edge is in the bin that ends there, NaN is in the highest. */
    public int bin(double score) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (score <= edges[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static double sigmoid(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
