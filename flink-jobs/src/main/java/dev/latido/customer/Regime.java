package dev.latido.customer;

import static java.util.Objects.requireNonNull;

import dev.latido.rule.running.RuleSet;

/** What a customer is judged by at an instant: the settings and the rules in force. */
public record Regime(CustomerPolicy policy, RuleSet rules) {
    public Regime {
        requireNonNull(policy, "policy");
        requireNonNull(rules, "rules");
    }
}
