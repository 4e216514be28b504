package dev.latido.rule;

import static java.util.Objects.requireNonNull;

import dev.latido.change.Change;
import dev.latido.change.ChangeKind;

/**
 * What a person wants a rule of the running job to be, from an instant on.
 *
 * @param definition the rule file's text; empty in a deletion, and in a pause or resumption of what is in force. Whoever
 *     sends one gives the text, since of all records of a rule the topic keeps the latest only
 * @param by who asked for it
 * @param reason why
 * @param effectiveAt event time from which on it is to hold, milliseconds since 1970-01-01 UTC; {@link #AT_ONCE} for as soon
 *     as can be
 */
public record RuleChange(String ruleId, Action action, String definition, String by, String reason, long effectiveAt)
        implements Change {

    public RuleChange {
        requireNonNull(ruleId, "ruleId");
        requireNonNull(action, "action");
        requireNonNull(definition, "definition");
        requireNonNull(by, "by");
        requireNonNull(reason, "reason");
    }

    @Override
    public ChangeKind kind() {
        return ChangeKind.RULE;
    }

    @Override
    public String subject() {
        return ruleId;
    }

    /** What is done with the rule. */
    public enum Action {
        /** It says what the definition says, and alerts. */
        APPLY("apply", "applied"),
        /** It says what the definition says, but alerts nobody. */
        PAUSE("pause", "paused"),
        /** It alerts again. */
        RESUME("resume", "resumed"),
        DELETE("delete", "deleted");

        private final String text;
        private final String done;

        Action(String text, String done) {
            this.text = text;
            this.done = done;
        }

        public String text() {
            return text;
        }

        /** The status of a rule with which this was done. */
        public String done() {
            return done;
        }
    }
}
