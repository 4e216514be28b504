package dev.latido.rule;

import static java.util.Objects.requireNonNull;

/**
 * What a person wants of a rule of the running job.
 *
 * @param definition the rule file's text; empty where the rule is to be deleted. A pause and a resumption carry it too, since
 *     of all changes of a rule the topic keeps the latest only
 * @param by who asked for it
 * @param reason why
 * @param effectiveAt event time from which on it is to hold, milliseconds since 1970-01-01 UTC; {@link #AT_ONCE} for as soon
 *     as can be
 */
public record RuleChange(String ruleId, Action action, String definition, String by, String reason, long effectiveAt) {

    public static final long AT_ONCE = Long.MIN_VALUE;

    public RuleChange {
        requireNonNull(ruleId, "ruleId");
        requireNonNull(action, "action");
        requireNonNull(definition, "definition");
        requireNonNull(by, "by");
        requireNonNull(reason, "reason");
    }

    /** What is done with the rule. */
    public enum Action {
        /** From now on it says what the definition says. */
        APPLY("apply"),
        /** It begins no matches, and alerts nobody. */
        PAUSE("pause"),
        RESUME("resume"),
        DELETE("delete");

        private final String text;

        Action(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
