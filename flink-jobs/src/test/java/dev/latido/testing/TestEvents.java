package dev.latido.testing;

import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import java.time.Instant;
import java.util.Map;

/** Test events that read as sentences: {@code event("ada", LOGIN, "2025-01-01T10:00:00Z", "e1")}. */
public final class TestEvents {

    private TestEvents() {}

    public static CustomerEvent event(String customerId, Kind kind, String at, String eventId) {
        return new CustomerEvent(eventId, "default", customerId, customerId, kind, "", Instant.parse(at), 0, Map.of());
    }

    /** The event, on time. */
    public static Arrival arrival(CustomerEvent event) {
        return new Arrival(event, event.at().toEpochMilli(), false);
    }

    public static long millis(String at) {
        return Instant.parse(at).toEpochMilli();
    }
}
