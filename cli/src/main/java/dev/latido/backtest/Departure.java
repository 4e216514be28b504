package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A customer who left.
 *
 * @param tenantId empty where the truth does not name tenants
 */
public record Departure(Optional<String> tenantId, String customerId, Instant at, Optional<String> cause) {

    public Departure {
        requireNonNull(tenantId, "tenantId");
        requireNonNull(customerId, "customerId");
        requireNonNull(at, "at");
        requireNonNull(cause, "cause");
    }
}
