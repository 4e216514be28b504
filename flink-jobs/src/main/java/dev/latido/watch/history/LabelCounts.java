package dev.latido.watch.history;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.watch.tally.Counts;
import dev.latido.watch.tally.LabelTally;
import dev.latido.watch.tally.ScoreScale;

/**
 * Scores that came true and that did not, per bin of {@link ScoreScale#PROBABILITY}.
 *
 * @param scores the sum of all scores in the bin, in millionths
 */
record LabelCounts(Counts positives, Counts negatives, Counts scores) {

    private static final int BINS = ScoreScale.PROBABILITY.size();
    private static final double MILLION = 1e6;

    static LabelCounts of(LabelTally tally) {
        int bin = ScoreScale.PROBABILITY.bin(tally.score() / MILLION);
        Counts one = single(bin, 1);
        Counts none = Counts.none(BINS);
        return new LabelCounts(
                tally.positive() ? one : none, tally.positive() ? none : one, single(bin, tally.score()));
    }

    private static Counts single(int bin, long count) {
        long[] counts = new long[BINS];
        counts[bin] = count;
        return Counts.of(counts);
    }

    LabelCounts plus(LabelCounts other) {
        return new LabelCounts(
                positives.plus(other.positives), negatives.plus(other.negatives), scores.plus(other.scores));
    }

    long rows(int bin) {
        return positives.at(bin) + negatives.at(bin);
    }

    /** The sum of the scores in a bin. */
    double sum(int bin) {
        return scores.at(bin) / MILLION;
    }

    void write(StateWriter out) {
        positives.write(out);
        negatives.write(out);
        scores.write(out);
    }

    static LabelCounts read(StateReader in) {
        return new LabelCounts(Counts.read(in, BINS), Counts.read(in, BINS), Counts.read(in, BINS));
    }
}
