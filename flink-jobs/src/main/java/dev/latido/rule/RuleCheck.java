package dev.latido.rule;

import java.io.Serializable;

/** Reads the text of a rule, and says what is wrong with it. */
@FunctionalInterface
public interface RuleCheck extends Serializable {

    /**
     * Reads a rule.
     *
     * @param fileName how the text is called in what is said of it
     * @throws InvalidRuleException when it is no rule that can be run
     */
    Rule check(String fileName, String source) throws InvalidRuleException;
}
