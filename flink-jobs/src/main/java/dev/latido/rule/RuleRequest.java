package dev.latido.rule;

import java.io.Serializable;

/** What was read of the topic of rules: a change, or what is wrong with it. */
public sealed interface RuleRequest extends Serializable permits RuleChange, UnusableChange {

    String ruleId();

    String by();

    String reason();
}
