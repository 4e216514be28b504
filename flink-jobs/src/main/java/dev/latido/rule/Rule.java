package dev.latido.rule;

import static java.util.Objects.requireNonNull;

import dev.latido.event.Level;
import java.util.Optional;

/**
 * A rule, checked and ready to be run.
 *
 * @param id lower-case words joined by hyphens
 * @param version 1 or more
 * @param title one line
 * @param message what an alert says
 * @param cooldownMillis for so long after an alert, further matches for the customer alert nobody; 0: none
 * @param onChange what becomes of the partial matches of the version before this one
 * @param resolution what resolves an alert of this rule; empty where nothing does
 * @param source the file's text, as it was given
 */
public record Rule(
        String id,
        int version,
        String title,
        Message message,
        Level severity,
        boolean enabled,
        Mode mode,
        long cooldownMillis,
        OnChange onChange,
        Sequence sequence,
        Optional<Step> resolution,
        String source) {

    public Rule {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(message, "message");
        requireNonNull(severity, "severity");
        requireNonNull(mode, "mode");
        requireNonNull(onChange, "onChange");
        requireNonNull(sequence, "sequence");
        requireNonNull(resolution, "resolution");
        requireNonNull(source, "source");
    }

    /** What becomes of partial matches when a new version takes over. */
    public enum OnChange {
        /** The old version finishes what it has and starts nothing new. */
        DRAIN("drain"),
        /** They are dropped. */
        RESET("reset"),
        /** The new version goes on with them. */
        CARRY("carry");

        private final String text;

        OnChange(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** The words of an alert, made from a match. */
    public interface Message {

        /** What cannot be computed is shown as a dash. */
        String of(Match match, CustomerFacts customer);
    }
}
