package dev.latido.watch.tally;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;

/**
 * Rows that two artifacts have scored: the active one, and one in the shadow.
 *
 * @param levelled whether both scores are probabilities, so that levels of risk can be compared
 * @param joint rows per pair of bins, the active artifact's bin in front
 * @param agreeing rows that both put on the same level of risk
 * @param raised rows that are high in the shadow only
 * @param lowered rows that are high with the active artifact only
 */
public record ShadowTally(ArtifactId shadow, boolean levelled, Counts joint, long agreeing, long raised, long lowered) {

    /** Joint bins of two scores. */
    public static final int MOST_CELLS = ScoreScale.MOST_BINS * ScoreScale.MOST_BINS;

    public ShadowTally plus(ShadowTally other) {
        return new ShadowTally(
                shadow,
                levelled && other.levelled,
                joint.plus(other.joint),
                agreeing + other.agreeing,
                raised + other.raised,
                lowered + other.lowered);
    }

    public void write(StateWriter out) {
        shadow.write(out);
        out.flag(levelled);
        joint.write(out);
        out.number(agreeing).number(raised).number(lowered);
    }

    public static ShadowTally read(StateReader in) {
        return new ShadowTally(
                ArtifactId.read(in), in.flag(), Counts.read(in, MOST_CELLS), in.number(), in.number(), in.number());
    }
}
