package dev.latido.model.evaluation;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Spearman's rank correlation: how far two scores order the same rows alike, from -1 to 1. */
public final class RankCorrelation {

    private RankCorrelation() {}

    /**
     * The correlation of the ranks, where equal scores share the mean of theirs; empty when either puts all rows on one rank.
     *
     * @param one a score per row, none NaN
     * @param other a score per row, none NaN
     * @throws IllegalArgumentException when the lengths differ
     */
    public static OptionalDouble of(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(one.length + " scores, but " + other.length + " others");
        }
        double[] first = ranks(one);
        double[] second = ranks(other);
        double mean = (one.length + 1) / 2.0;
        double together = 0;
        double firstAlone = 0;
        double secondAlone = 0;
        for (int row = 0; row < first.length; row++) {
            together += (first[row] - mean) * (second[row] - mean);
            firstAlone += (first[row] - mean) * (first[row] - mean);
            secondAlone += (second[row] - mean) * (second[row] - mean);
        }
        double scale = Math.sqrt(firstAlone * secondAlone);
        return scale == 0 ? OptionalDouble.empty() : OptionalDouble.of(together / scale);
    }

    private static double[] ranks(double[] scores) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[scores.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
