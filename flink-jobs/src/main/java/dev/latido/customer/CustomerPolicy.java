package dev.latido.customer;

import static java.util.Objects.requireNonNull;

import dev.latido.alert.AlertConfig;
import dev.latido.feature.FeatureConfig;
import dev.latido.health.HealthConfig;
import dev.latido.rule.RuleConfig;
import dev.latido.scoring.ModelConfig;
import java.io.Serializable;

/** What the numbers are: settings of health, alerts, duplicates, rules, features and models. */
public record CustomerPolicy(
        HealthConfig health,
        AlertConfig alerts,
        DuplicateConfig duplicates,
        RuleConfig rules,
        FeatureConfig features,
        ModelConfig models)
        implements Serializable {
    public CustomerPolicy {
        requireNonNull(health, "health");
        requireNonNull(alerts, "alerts");
        requireNonNull(duplicates, "duplicates");
        requireNonNull(rules, "rules");
        requireNonNull(features, "features");
        requireNonNull(models, "models");
    }
}
