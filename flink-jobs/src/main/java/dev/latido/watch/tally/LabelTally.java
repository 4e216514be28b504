package dev.latido.watch.tally;

import static java.util.Objects.requireNonNull;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;

/**
 * One remembered score of which it is known now whether it came true.
 *
 * @param outcome what was waited for
 * @param dueDay the day on which the time of waiting ends, since 1970-01-01 UTC, also where it came true before
 * @param score in millionths
 */
public record LabelTally(
        ArtifactId artifact, WatchedArtifact.AwaitedOutcome outcome, long dueDay, long score, boolean positive)
        implements ModelTally {

    static final int TAG = 2;

    public LabelTally {
        requireNonNull(artifact, "artifact");
        requireNonNull(outcome, "outcome");
    }

    @Override
    public void write(StateWriter out) {
        artifact.write(out);
        out.text(outcome.label()).number(outcome.days());
        out.signed(dueDay).signed(score).flag(positive);
    }

    static LabelTally read(StateReader in) {
        return new LabelTally(
                ArtifactId.read(in),
                new WatchedArtifact.AwaitedOutcome(in.text(), (int) in.number()),
                in.signed(),
                in.signed(),
                in.flag());
    }
}
