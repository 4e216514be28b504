package dev.latido.customer;

import static java.util.Objects.requireNonNull;

import dev.latido.alert.AlertConfig;
import dev.latido.health.HealthConfig;
import java.io.Serializable;

/** What the numbers are: settings of health, alerts and duplicates. */
public record CustomerPolicy(HealthConfig health, AlertConfig alerts, DuplicateConfig duplicates)
        implements Serializable {
    public CustomerPolicy {
        requireNonNull(health, "health");
        requireNonNull(alerts, "alerts");
        requireNonNull(duplicates, "duplicates");
    }
}
