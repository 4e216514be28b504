package dev.latido.testing;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import java.time.Instant;
import java.util.Map;

/** Test events of the customer {@code acme} that read as sentences. */
public final class Events {

    public static final String TENANT = "default";
    public static final String CUSTOMER = "acme";

    private static final String USER = "ada";

    private Events() {}

    /** Milliseconds of a time such as {@code 2030-01-01T10:00}, UTC; seconds may follow. */
    public static long at(String time) {
        return Instant.parse(time.length() == 16 ? time + ":00Z" : time + "Z").toEpochMilli();
    }

    public static CustomerEvent event(String id, Kind kind, long at) {
        return event(id, kind, "", at, Map.of());
    }

    public static CustomerEvent event(String id, Kind kind, String name, long at, Map<String, String> attributes) {
        return event(id, USER, kind, name, at, attributes);
    }

    public static CustomerEvent event(
            String id, String user, Kind kind, String name, long at, Map<String, String> attributes) {
        return new CustomerEvent(id, TENANT, CUSTOMER, user, kind, name, Instant.ofEpochMilli(at), 0, attributes);
    }
}
