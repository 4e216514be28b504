package dev.latido.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened to, or was done by, a customer.
 *
 * @param customerId the account; unique within the tenant
 * @param userId the person within the account; the customer itself where no person is known
 * @param name page, feature or action; empty where there is none
 * @param at when it happened, in whole milliseconds
 * @param amountCents minor units of the attribute {@code currency}; 0 where no money is involved
 * @param attributes {@code subscriptionId}, {@code invoiceId}, {@code currency}, {@code score}, … ; never changed once here
 */
public record CustomerEvent(
        String eventId,
        String tenantId,
        String customerId,
        String userId,
        Kind kind,
        String name,
        Instant at,
        long amountCents,
        Map<String, String> attributes) {

    public CustomerEvent {
        requireNonNull(eventId, "eventId");
        requireNonNull(tenantId, "tenantId");
        requireNonNull(customerId, "customerId");
        requireNonNull(userId, "userId");
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(at, "at");
        requireNonNull(attributes, "attributes");
    }

    /** The same event of another customer; where the customer stood for the user, so does the new one. */
    public CustomerEvent withCustomerId(String newCustomerId) {
        String newUserId = userId.equals(customerId) ? newCustomerId : userId;
        return new CustomerEvent(eventId, tenantId, newCustomerId, newUserId, kind, name, at, amountCents, attributes);
    }
}
