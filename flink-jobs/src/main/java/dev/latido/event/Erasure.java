package dev.latido.event;

import static java.util.Objects.requireNonNull;

/**
 * A command to forget a customer.
 *
 * @param place instant from which on the customer is a new one, milliseconds since 1970-01-01 UTC; {@link #AT_ONCE} for now,
 *     which takes what still waits for the watermark with it
 * @param by who asked for it
 * @param reason why
 */
public record Erasure(String tenantId, String customerId, long place, String by, String reason)
        implements CustomerInput {

    public static final long AT_ONCE = Long.MIN_VALUE;

    public Erasure {
        requireNonNull(tenantId, "tenantId");
        requireNonNull(customerId, "customerId");
        requireNonNull(by, "by");
        requireNonNull(reason, "reason");
    }

    /** The same command with another place. */
    public Erasure effectiveAt(long newPlace) {
        return new Erasure(tenantId, customerId, newPlace, by, reason);
    }
}
