package dev.latido.rule;

import static java.util.Objects.requireNonNull;

/**
 * A change of a rule that has been accepted, with the one instant at which it takes effect for all customers.
 *
 * @param changeId number of the change, from 1, in the order of acceptance
 * @param effectiveAt event time; what happens at it or later is treated by the new, milliseconds since 1970-01-01 UTC
 */
public record EffectiveChange(long changeId, long effectiveAt, RuleChange change) {
    public EffectiveChange {
        requireNonNull(change, "change");
    }
}
