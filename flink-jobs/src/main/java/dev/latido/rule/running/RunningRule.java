package dev.latido.rule.running;

import static java.util.Objects.requireNonNull;

import dev.latido.rule.Rule;
import dev.latido.rule.engine.Matcher;

/**
 * A version of a rule that customers are watched by.
 *
 * @param instance number of the change that put it in force; partial matches are remembered by it
 * @param starting whether it starts new matches; one that does not only finishes those it has
 */
public record RunningRule(long instance, Rule rule, Matcher matcher, boolean starting) {
    public RunningRule {
        requireNonNull(rule, "rule");
        requireNonNull(matcher, "matcher");
    }

    RunningRule finishing() {
        return new RunningRule(instance, rule, matcher, false);
    }
}
