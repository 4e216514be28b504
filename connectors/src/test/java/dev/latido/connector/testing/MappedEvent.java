package dev.latido.connector.testing;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What a mapping made of a record. */
public record MappedEvent(
        String eventId,
        String tenantId,
        String customerId,
        String userId,
        String kind,
        String name,
        long at,
        long amountCents,
        Map<String, String> attributes) {

    /** The kinds that a job knows. */
    public static final Set<String> KINDS = Set.of(
            "LOGIN",
            "PAGE_VIEW",
            "FEATURE_USED",
            "ACTION",
            "PAYMENT_SUCCEEDED",
            "PAYMENT_FAILED",
            "PAYMENT_RETRY_FAILED",
            "INVOICE_OVERDUE",
            "SUBSCRIPTION_STARTED",
            "SUBSCRIPTION_UPGRADED",
            "SUBSCRIPTION_DOWNGRADED",
            "CANCELLATION_SCHEDULED",
            "CANCELLATION_WITHDRAWN",
            "SUBSCRIPTION_CANCELLED",
            "TRIAL_ENDING",
            "REFUNDED",
            "TICKET_OPENED",
            "TICKET_CLOSED",
            "NPS",
            "CSAT");

    public String time() {
        return Instant.ofEpochMilli(at).toString();
    }
}
