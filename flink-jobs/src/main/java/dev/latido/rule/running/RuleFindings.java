package dev.latido.rule.running;

import dev.latido.rule.CustomerFacts;
import dev.latido.rule.Match;
import dev.latido.rule.Occurrence;
import dev.latido.rule.Rule;

/** Takes what the rules find about one customer. */
public interface RuleFindings {

    /**
     * A match that raises an alert, or would if its rule were not in shadow.
     *
     * @param at when it is known, milliseconds since 1970-01-01 UTC
     * @param customer as it is then
     */
    void raised(Rule rule, Match match, long at, CustomerFacts customer);

    /**
     * What was raised is resolved.
     *
     * @param raised what had been found
     * @param by what resolves it
     */
    void resolved(Rule rule, Raised raised, Occurrence by);

    /** A match that raises nothing, because the rule has raised something for this customer not long ago, or much at once. */
    void suppressed(Rule rule);

    /** Partial matches that were dropped because there were too many. */
    void dropped(Rule rule, int count);

    /** Partial matches of versions of rules that are known no more. */
    void forgotten(int count);

    /** What a change of a rule has done to the customer's partial matches. */
    void changed(long change, int kept, int dropped);
}
