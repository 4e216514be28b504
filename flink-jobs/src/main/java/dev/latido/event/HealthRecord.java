package dev.latido.event;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What holds of a customer's health from here on: a score or, when the customer is forgotten, nothing. One stream carries
 * both, so that a tombstone never changes places with a score.
 *
 * @param score null when nothing is remembered of the customer any more
 */
public record HealthRecord(
        String tenantId, String customerId, @Nullable HealthScore score) {

    public HealthRecord {
        requireNonNull(tenantId, "tenantId");
        requireNonNull(customerId, "customerId");
    }

    public static HealthRecord of(HealthScore score) {
        return new HealthRecord(score.tenantId(), score.customerId(), score);
    }

    /** The customer with the given {@link CustomerKey} is forgotten. */
    public static HealthRecord forgotten(String key) {
        return new HealthRecord(CustomerKey.tenantId(key), CustomerKey.customerId(key), null);
    }
}
