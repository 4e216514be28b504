package dev.latido.rule;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a change did to its rule.
 *
 * @param before empty where the rule is new
 * @param after empty where the rule was deleted
 */
public record RuleTransition(EffectiveChange change, Optional<RuleInForce> before, Optional<RuleInForce> after) {

    public RuleTransition {
        requireNonNull(change, "change");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** Whether partial matches are concerned: the text is another one, or there is none any more. */
    public boolean changesText() {
        return !before.map(RuleInForce::source).equals(after.map(RuleInForce::source));
    }
}
