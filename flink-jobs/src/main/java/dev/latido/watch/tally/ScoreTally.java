package dev.latido.watch.tally;

import static java.util.Objects.requireNonNull;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * Rows that an artifact has scored within one hour, as numbers per bin.
 *
 * @param hour hours since 1970-01-01 UTC
 * @param firstAt the earliest evaluation, milliseconds since 1970-01-01 UTC
 * @param lastAt the latest one
 * @param bins of all variables of the reference
 * @param reference of the artifact; in the first tally of a subtask and day at least
 * @param shadow the same rows, as the artifact in the shadow scored them; null without one
 */
public record ScoreTally(
        ArtifactId artifact,
        long hour,
        long firstAt,
        long lastAt,
        Counts bins,
        @Nullable ReferenceBins reference,
        @Nullable ShadowTally shadow)
        implements ModelTally {

    static final int TAG = 1;

    public ScoreTally {
        requireNonNull(artifact, "artifact");
        requireNonNull(bins, "bins");
    }

    @Override
    public void write(StateWriter out) {
        artifact.write(out);
        out.signed(hour).signed(firstAt).signed(lastAt);
        bins.write(out);
        out.flag(reference != null);
        if (reference != null) {
            reference.write(out);
        }
        out.flag(shadow != null);
        if (shadow != null) {
            shadow.write(out);
        }
    }

    static ScoreTally read(StateReader in) {
        return new ScoreTally(
                ArtifactId.read(in),
                in.signed(),
                in.signed(),
                in.signed(),
                Counts.read(in, ReferenceBins.MOST_BINS),
                in.flag() ? ReferenceBins.read(in) : null,
                in.flag() ? ShadowTally.read(in) : null);
    }
}
