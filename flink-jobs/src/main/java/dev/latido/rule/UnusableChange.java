package dev.latido.rule;

import static java.util.Objects.requireNonNull;

/**
 * A record on the topic of rules that names a rule, but is no change of it.
 *
 * @param by empty where nobody is named
 * @param reason empty where none is given
 * @param error what is wrong, in one sentence
 */
public record UnusableChange(String ruleId, String by, String reason, String error) implements RuleRequest {
    public UnusableChange {
        requireNonNull(ruleId, "ruleId");
        requireNonNull(by, "by");
        requireNonNull(reason, "reason");
        requireNonNull(error, "error");
    }
}
