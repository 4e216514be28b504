package dev.latido.watch.tally;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.watch.tally.WatchedArtifact.AwaitedOutcome;

/**
 * A score of a customer that waits for what becomes of the customer. Immutable.
 *
 * @param artifactHash the beginning of the hash of the artifact that gave the score
 * @param score in millionths
 * @param at milliseconds since 1970-01-01 UTC
 * @param known whether it is known already whether the outcome has come
 */
record QualitySample(
        String model, String version, long artifactHash, AwaitedOutcome outcome, long score, long at, boolean known) {

    static final long DAY_MILLIS = 86_400_000;

    private static final double MILLION = 1e6;

    static QualitySample of(WatchedArtifact artifact, AwaitedOutcome outcome, double score, long at) {
        ArtifactId id = artifact.id();
        return new QualitySample(id.model(), id.version(), id.hash(), outcome, Math.round(score * MILLION), at, false);
    }

    /** The last instant at which the outcome still counts. */
    long dueAt() {
        return at + outcome.days() * DAY_MILLIS;
    }

    /** Whether not even a daily evaluation can say any more that the outcome has not come. */
    boolean isOver(long now) {
        return now >= dueAt() + DAY_MILLIS;
    }

    QualitySample settled() {
        return new QualitySample(model, version, artifactHash, outcome, score, at, true);
    }

    LabelTally tally(boolean positive) {
        return new LabelTally(
                ArtifactId.ofHash(model, version, artifactHash),
                outcome,
                Math.floorDiv(dueAt(), DAY_MILLIS),
                score,
                positive);
    }

    void write(StateWriter out) {
        out.text(model).text(version).fixed(artifactHash);
        out.text(outcome.label()).number(outcome.days());
        out.signed(score).instant(at).flag(known);
    }

    static QualitySample read(StateReader in) {
        return new QualitySample(
                in.text(),
                in.text(),
                in.fixed(),
                new AwaitedOutcome(in.text(), (int) in.number()),
                in.signed(),
                in.instant(),
                in.flag());
    }
}
