package dev.latido.watch.tally;

import static java.util.Objects.requireNonNull;

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

    ScoreScale scale() {
        return cuts == null ? ScoreScale.of(reference.score().bins()) : ScoreScale.PROBABILITY;
    }

    /**
     * Where levels of risk begin; the cut itself is below.
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
            return probability > high;
        }

        int level(double probability) {
            return isHigh(probability) ? 2 : probability > medium ? 1 : 0;
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

        public AwaitedOutcome {
            requireNonNull(label, "label");
            if (days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException(
                        "an outcome is awaited for 1 to " + MOST_DAYS + " days, not " + days);
            }
        }
    }
}
