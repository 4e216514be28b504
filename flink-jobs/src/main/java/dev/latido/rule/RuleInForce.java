package dev.latido.rule;

import static java.util.Objects.requireNonNull;

/**
 * A rule as it holds at an instant.
 *
 * @param changeId number of the change that brought this text: the name of this version in what customers remember
 * @param source the rule file's text
 * @param paused whether it alerts nobody
 */
public record RuleInForce(String ruleId, long changeId, int version, String source, boolean paused) {
    public RuleInForce {
        requireNonNull(ruleId, "ruleId");
        requireNonNull(source, "source");
    }
}
