package dev.latido.customer;

import static java.util.Objects.requireNonNull;

import dev.latido.rule.running.RuleSet;
import dev.latido.scoring.ModelSet;

/**
 * What a customer is judged by at an instant: the settings, and the rules and models in force.
 *
 * @param watched the same models, as the watch over them sees them
 */
public record Regime(CustomerPolicy policy, RuleSet rules, ModelSet models, WatchedModels watched) {
    public Regime {
        requireNonNull(policy, "policy");
        requireNonNull(rules, "rules");
        requireNonNull(models, "models");
        requireNonNull(watched, "watched");
    }

    public Regime(CustomerPolicy policy, RuleSet rules, ModelSet models) {
        this(policy, rules, models, WatchedModels.of(models));
    }

    /** A regime without models. */
    public Regime(CustomerPolicy policy, RuleSet rules) {
        this(policy, rules, ModelSet.NONE);
    }
}
