package dev.latido.event;

import java.time.Instant;
import java.util.Map;

/** A {@link CustomerEvent} that came too late for its place, as published. */
public record LateEvent(
        int schemaVersion,
        String eventId,
        String tenantId,
        String customerId,
        String userId,
        Kind kind,
        String name,
        Instant at,
        long amountCents,
        Map<String, String> attributes) {

    public static final int SCHEMA_VERSION = 1;

    public static LateEvent of(CustomerEvent event) {
        return new LateEvent(
                SCHEMA_VERSION,
                event.eventId(),
                event.tenantId(),
                event.customerId(),
                event.userId(),
                event.kind(),
                event.name(),
                event.at(),
                event.amountCents(),
                event.attributes());
    }
}
