package dev.latido.watch.tally;

import static java.util.Objects.requireNonNull;

import dev.latido.event.Prediction;
import dev.latido.model.artifact.Cuts;
import dev.latido.model.artifact.Kind;
import dev.latido.model.artifact.Label;
import dev.latido.model.artifact.Manifest;
import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.artifact.Reference;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the watch has to know of an artifact in force.
 *
 * @param reference features in the artifact's order
 * @param cuts where levels of risk begin; null: its scores are amounts
 * @param outcome which outcome says whether the scores were right; null where none is waited for
 */
public record WatchedArtifact(
        ArtifactId id,
        ReferenceBins reference,
        @Nullable RiskCuts cuts,
        @Nullable AwaitedOutcome outcome) {

    public WatchedArtifact {
        requireNonNull(id, "id");
        requireNonNull(reference, "reference");
    }

    /** What the watch has to know of an artifact that has been loaded. */
    public static WatchedArtifact of(ModelArtifact artifact) {
        return of(artifact.manifest(), artifact.sha256(), artifact.cuts(), artifact.reference());
    }

    static WatchedArtifact of(Manifest manifest, String sha256, Cuts cuts, Optional<Reference> reference) {
        boolean probability = manifest.kind() == Kind.PROBABILITY;
        return new WatchedArtifact(
                new ArtifactId(manifest.name(), manifest.version(), sha256),
                ReferenceBins.of(manifest.kind(), reference),
                probability ? new RiskCuts(cuts.high(), cuts.medium()) : null,
                probability ? AwaitedOutcome.of(manifest.label()) : null);
    }

    ScoreScale scale() {
        return cuts == null ? ScoreScale.of(reference.score().bins()) : ScoreScale.PROBABILITY;
    }

    /**
     * Where levels of risk begin, by the number that is published; the cut itself is below.
     *
     * @param high probability
     * @param medium probability, at most {@code high}
     */
    public record RiskCuts(double high, double medium) {

        public RiskCuts {
            if (!(medium <= high)) {
                throw new IllegalArgumentException("the cut of medium, " + medium + ", is above that of high, " + high);
            }
        }

        boolean isHigh(double probability) {
            return published(probability) > high;
        }

        int level(double probability) {
            return isHigh(probability) ? 2 : published(probability) > medium ? 1 : 0;
        }

        private static double published(double probability) {
            return Prediction.published((float) probability);
        }
    }

    /**
     * What is waited for, and for how long.
     *
     * @param label the outcome's name
     * @param days from the score on, of 24 hours, at most {@value #MOST_DAYS}
     */
    public record AwaitedOutcome(String label, int days) {

        static final int MOST_DAYS = 400;

        private static final Set<String> LABELS = Set.of("churn", "voluntary", "involuntary", "contraction", "upgrade");

        /** Null where there is no label that events tell of, no time of waiting, or one that is too long. */
        static @Nullable AwaitedOutcome of(@Nullable Label label) {
            Integer days = label == null ? null : label.horizonDays();
            return label == null || days == null || days > MOST_DAYS || !LABELS.contains(label.name())
                    ? null
                    : new AwaitedOutcome(label.name(), days);
        }

        public AwaitedOutcome {
            requireNonNull(label, "label");
            if (days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException(
                        "an outcome is awaited for 1 to " + MOST_DAYS + " days, not " + days);
            }
        }
    }
}
