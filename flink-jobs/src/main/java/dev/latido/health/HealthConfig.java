package dev.latido.health;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/** Settings of the health feature: the numbers, and the features that a customer can adopt. */
public record HealthConfig(Scorecard scorecard, Catalogue catalogue) implements Serializable {
    public HealthConfig {
        requireNonNull(scorecard, "scorecard");
        requireNonNull(catalogue, "catalogue");
    }
}
