package dev.latido.customer;

import dev.latido.rule.RuleBook;
import dev.latido.rule.RuleEffects;
import java.io.Serializable;

/** Hears of every customer that is touched, with the rules of then. */
@FunctionalInterface
public interface RuleBookListener extends Serializable {

    /** Runs no rules. */
    RuleBookListener NONE = (key, at, book, effects) -> {};

    /**
     * A customer is about to have an event applied, or to be evaluated. Of one customer this is told in the order of time.
     *
     * @param at the event's place or the daily instant, milliseconds since 1970-01-01 UTC; the rules that count are those in
     *     force then
     * @param effects takes what changes of rules since do to the customer's partial matches
     */
    void touched(String key, long at, RuleBook book, RuleEffects effects);
}
