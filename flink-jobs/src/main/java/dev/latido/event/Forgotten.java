package dev.latido.event;

import static java.util.Objects.requireNonNull;

/** A customer of whom nothing is remembered any more; becomes a tombstone on every compacted topic. */
public record Forgotten(String tenantId, String customerId) {

    public Forgotten {
        requireNonNull(tenantId, "tenantId");
        requireNonNull(customerId, "customerId");
    }

    /** The customer with the given {@link CustomerKey}. */
    public static Forgotten of(String key) {
        return new Forgotten(CustomerKey.tenantId(key), CustomerKey.customerId(key));
    }
}
