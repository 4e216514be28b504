package dev.latido.rule.running;

import dev.latido.rule.engine.PartialMatches;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;

/**
 * The partial matches of a customer for one version of a rule.
 *
 * @param rule hash of the rule's id
 * @param instance the version: number of the change that put it in force
 */
record RuleMemory(long rule, int instance, PartialMatches matches) {

    void write(StateWriter out) {
        out.fixed(rule).number(instance);
        matches.write(out);
    }

    static RuleMemory read(StateReader in) {
        return new RuleMemory(in.fixed(), (int) in.number(), PartialMatches.read(in));
    }
}
