package dev.latido.model.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Scores of rows of which it is known whether they came true, the highest first; rows of one score are not told apart. */
public final class LabelledScores {

    private final List<Tie> ties;
    private final int rows;
    private final int positives;

    /**
     * The rows that have the same score.
     *
     * @param score of each of them
     * @param rows at least one
     * @param positives those of them that came true
     */
    public record Tie(double score, int rows, int positives) {

        int negatives() {
            return rows - positives;
        }
    }

    private LabelledScores(List<Tie> ties) {
        this.ties = List.copyOf(ties);
        this.rows = ties.stream().mapToInt(Tie::rows).sum();
        this.positives = ties.stream().mapToInt(Tie::positives).sum();
    }

    /**
     * Pairs scores with what came true.
     *
     * @param scores one per row, none NaN
     * @param positives whether it came true, one per row
     * @throws IllegalArgumentException when the lengths differ or a score is NaN
     */
    public static LabelledScores of(double[] scores, boolean[] positives) {
        if (scores.length != positives.length) {
            throw new IllegalArgumentException(scores.length + " scores, but " + positives.length + " labels");
        }
        Row[] rows = new Row[scores.length];
        for (int row = 0; row < rows.length; row++) {
            if (Double.isNaN(scores[row])) {
                throw new IllegalArgumentException("the score of row " + row + " is NaN");
            }
            rows[row] = new Row(scores[row] + 0.0, positives[row]);
        }
        Arrays.sort(rows, (one, other) -> Double.compare(other.score, one.score));
        return new LabelledScores(ties(rows));
    }

    private static List<Tie> ties(Row[] rows) {
        List<Tie> ties = new ArrayList<>();
        int from = 0;
        while (from < rows.length) {
            int to = from;
            int positives = 0;
            while (to < rows.length && rows[to].score == rows[from].score) {
                positives += rows[to].positive ? 1 : 0;
                to++;
            }
            ties.add(new Tie(rows[from].score, to - from, positives));
            from = to;
        }
        return ties;
    }

    /** The different scores, the highest first. */
    public List<Tie> ties() {
        return ties;
    }

    public int rows() {
        return rows;
    }

    public int positives() {
        return positives;
    }

    public int negatives() {
        return rows - positives;
    }

    /** The share of the rows that came true; NaN when there are no rows. */
    public double baseRate() {
        return (double) positives / rows;
    }

    private record Row(double score, boolean positive) {}
}
