package dev.latido.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/**
 * Something that happened with a customer, of which labels are made.
 *
 * @param at when it happened, which for a late event is earlier than where it stands in the order
 * @param involuntary whether it is a cancellation that nobody asked for, because payments failed
 * @param amountCents hundredths of the currency's unit that were paid or given back; 0 for all others
 */
public record CustomerOutcome(
        int schemaVersion,
        String type,
        String tenantId,
        String customerId,
        Instant at,
        What outcome,
        boolean involuntary,
        long amountCents)
        implements FeatureRecord {

    public static final String TYPE = "outcome";

    /** The sorts of outcomes. */
    public enum What {
        /** All subscriptions are going to end, or have ended without a word before. */
        CANCELLATION_NOTICE("cancellation-notice"),
        /** One of them goes on after all, or another has begun. */
        CANCELLATION_WITHDRAWN("cancellation-withdrawn"),
        /** The last of them has ended. */
        CANCELLED("cancelled"),
        DOWNGRADE("downgrade"),
        UPGRADE("upgrade"),
        PAYMENT("payment"),
        REFUND("refund");

        private final String text;

        What(String text) {
            this.text = text;
        }

        /** The sort as it stands in records. */
        @JsonValue
        public String text() {
            return text;
        }
    }

    public CustomerOutcome {
        requireNonNull(type, "type");
        requireNonNull(tenantId, "tenantId");
        requireNonNull(customerId, "customerId");
        requireNonNull(at, "at");
        requireNonNull(outcome, "outcome");
    }

    public static CustomerOutcome of(CustomerEvent event, What outcome, boolean involuntary, long amountCents) {
        return new CustomerOutcome(
                SCHEMA_VERSION,
                TYPE,
                event.tenantId(),
                event.customerId(),
                event.at(),
                outcome,
                involuntary,
                amountCents);
    }
}
