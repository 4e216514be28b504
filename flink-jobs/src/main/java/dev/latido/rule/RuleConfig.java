package dev.latido.rule;

import java.io.Serializable;

/**
 * Settings of rules; the block {@code rules} of the settings.
 *
 * @param mostPartialMatches how many matches that have begun are remembered of a customer and rule, and of how many events;
 *     beyond that the oldest are dropped
 */
public record RuleConfig(int mostPartialMatches) implements Serializable {

    public RuleConfig {
        if (mostPartialMatches < 1 || mostPartialMatches > 100_000) {
            throw new IllegalArgumentException(
                    "rules.mostPartialMatches must be between 1 and 100000, was " + mostPartialMatches);
        }
    }
}
