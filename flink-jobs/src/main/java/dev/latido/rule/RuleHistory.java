package dev.latido.rule;

import java.util.List;

/**
 * What is remembered of the changes of rules: the content of a {@link RuleBook}.
 *
 * @param keptSince instant of the latest change that is no longer kept, milliseconds since 1970-01-01 UTC; {@link
 *     Long#MIN_VALUE} where all are kept
 * @param lastChangeId number of the latest change of all; 0 where there was none
 * @param base the rules in force before the first change that is kept
 * @param changes in the order in which they take effect
 */
public record RuleHistory(long keptSince, long lastChangeId, List<RuleInForce> base, List<EffectiveChange> changes) {

    public static final RuleHistory EMPTY = new RuleHistory(Long.MIN_VALUE, 0, List.of(), List.of());

    public RuleHistory {
        base = List.copyOf(base);
        changes = List.copyOf(changes);
    }
}
