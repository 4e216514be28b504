package dev.latido.rule;

import java.util.List;
import java.util.Optional;

/**
 * The rules of a period of event time.
 *
 * @param from first instant of the period, milliseconds since 1970-01-01 UTC; {@link Long#MIN_VALUE}: from the beginning
 * @param until first instant after it; {@link Long#MAX_VALUE}: no end is known
 * @param rules in the order of their ids
 */
public record RulesInForce(long from, long until, List<RuleInForce> rules) {

    public RulesInForce {
        rules = List.copyOf(rules);
    }

    public boolean holdsAt(long instant) {
        return from <= instant && instant < until;
    }

    public Optional<RuleInForce> rule(String ruleId) {
        return rules.stream().filter(rule -> rule.ruleId().equals(ruleId)).findFirst();
    }
}
