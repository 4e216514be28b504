package dev.latido.rule;

import static java.util.Objects.requireNonNull;

import dev.latido.change.Effective;

/**
 * A change of a rule that has been accepted, with the one instant at which it takes effect for all customers.
 *
 * @param changeId number of the change, from 1, in the order of acceptance
 * @param acceptedAt event time when it was accepted, milliseconds since 1970-01-01 UTC; {@link Long#MIN_VALUE} before all
 *     events
 * @param effectiveAt what happens at this instant of event time or later is treated by the new; always after
 *     {@code acceptedAt}
 * @param version the rule's version; of a deletion the one that is deleted
 * @param onChange what becomes of the partial matches of what was in force before
 */
public record EffectiveChange(
        long changeId, long acceptedAt, long effectiveAt, int version, Rule.OnChange onChange, RuleChange change)
        implements Effective {

    public EffectiveChange {
        requireNonNull(onChange, "onChange");
        requireNonNull(change, "change");
    }

    public String ruleId() {
        return change.ruleId();
    }
}
