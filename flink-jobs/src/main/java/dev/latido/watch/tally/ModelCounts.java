package dev.latido.watch.tally;

import dev.latido.watch.tally.WatchedArtifact.RiskCuts;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows that one artifact, and perhaps another in its shadow, have scored since the last time they were taken. */
final class ModelCounts {

    private final WatchedArtifact active;
    private final @Nullable WatchedArtifact shadow;
    private final ScoreScale scale;
    private final long[] bins;
    private final long[] joint;

    private long rows;
    private long agreeing;
    private long raised;
    private long lowered;
    private long firstAt;
    private long lastAt;
    private long referenceDay = Long.MIN_VALUE;

    ModelCounts(WatchedArtifact active, @Nullable WatchedArtifact shadow) {
        this.active = active;
        this.shadow = shadow;
        scale = active.scale();
        bins = new long[active.reference().size()];
        joint = new long[shadow == null ? 0 : scale.size() * scale.size()];
    }

    boolean isOf(WatchedArtifact oneActive, @Nullable WatchedArtifact oneShadow) {
        return active.id().equals(oneActive.id()) && Objects.equals(idOf(shadow), idOf(oneShadow));
    }

    private static @Nullable ArtifactId idOf(@Nullable WatchedArtifact artifact) {
        return artifact == null ? null : artifact.id();
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /** Whether it has counted nothing for a day, being no longer in force as a rule. */
    boolean isIdle(long hour) {
        return rows == 0 && Math.floorDiv(lastAt, ModelTallies.HOUR_MILLIS) < hour - ModelTallies.HOURS_PER_DAY;
    }

    /** @param shadowScore of no meaning where nothing is in the shadow */
    void count(float[] row, double score, double shadowScore, long at) {
        if (rows++ == 0) {
            firstAt = at;
        }
        lastAt = at;
        active.reference().count(row, score, bins);
        if (shadow != null) {
            joint[scale.bin(score) * scale.size() + scale.bin(shadowScore)]++;
            compareLevels(active.cuts(), score, shadow.cuts(), shadowScore);
        }
    }

    /** Each by its own cuts. */
    private void compareLevels(
            @Nullable RiskCuts cuts, double score, @Nullable RiskCuts shadowCuts, double shadowScore) {
        if (cuts == null || shadowCuts == null) {
            return;
        }
        if (cuts.level(score) == shadowCuts.level(shadowScore)) {
            agreeing++;
        } else if (shadowCuts.isHigh(shadowScore)) {
            raised++;
        } else if (cuts.isHigh(score)) {
            lowered++;
        }
    }

    /** Takes what was counted, and begins anew. */
    ScoreTally take(long hour) {
        long day = Math.floorDiv(hour, ModelTallies.HOURS_PER_DAY);
        ScoreTally tally = new ScoreTally(
                active.id(),
                hour,
                firstAt,
                lastAt,
                Counts.of(bins),
                day == referenceDay ? null : active.reference(),
                shadow == null ? null : takeShadow(shadow));
        referenceDay = day;
        Arrays.fill(bins, 0);
        Arrays.fill(joint, 0);
        rows = 0;
        agreeing = 0;
        raised = 0;
        lowered = 0;
        return tally;
    }

    private ShadowTally takeShadow(WatchedArtifact of) {
        boolean levelled = active.cuts() != null && of.cuts() != null;
        return new ShadowTally(of.id(), levelled, Counts.of(joint), agreeing, raised, lowered);
    }
}
