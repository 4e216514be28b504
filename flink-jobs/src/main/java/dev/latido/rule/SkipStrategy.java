package dev.latido.rule;

import static java.util.Objects.requireNonNull;

/**
 * What becomes of partial matches that overlap a match; the terms are those of Flink CEP.
 *
 * @param step the step skipped to; empty where the way of skipping needs none
 */
public record SkipStrategy(Way way, String step) {

    /** The ways of skipping. */
    public enum Way {
        /** Every possible match is found. */
        NONE("none"),
        /** Drops partial matches that began with the same event as the match. */
        TO_NEXT("to next"),
        /** Drops partial matches that began before the match ended. */
        PAST_LAST_EVENT("past last event"),
        /** Drops partial matches that began before the first event of a step. */
        TO_FIRST("to first"),
        /** Drops partial matches that began before the last event of a step. */
        TO_LAST("to last");

        private final String text;

        Way(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public static final SkipStrategy PAST_LAST_EVENT = new SkipStrategy(Way.PAST_LAST_EVENT, "");

    public SkipStrategy {
        requireNonNull(way, "way");
        requireNonNull(step, "step");
        if ((way == Way.TO_FIRST || way == Way.TO_LAST) == step.isEmpty()) {
            throw new IllegalArgumentException("skip '" + way.text() + "' and step '" + step + "' do not go together");
        }
    }
}
