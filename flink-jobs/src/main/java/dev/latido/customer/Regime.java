package dev.latido.customer;

import static java.util.Objects.requireNonNull;

import dev.latido.rule.running.RuleSet;
import dev.latido.scoring.ModelSet;

/** What a customer is judged by at an instant: the settings, and the rules and models in force. */
public record Regime(CustomerPolicy policy, RuleSet rules, ModelSet models) {
    public Regime {
        requireNonNull(policy, "policy");
        requireNonNull(rules, "rules");
        requireNonNull(models, "models");
    }

    /** A regime without models. */
    public Regime(CustomerPolicy policy, RuleSet rules) {
        this(policy, rules, ModelSet.NONE);
    }
}
