package dev.latido.testing;

import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import java.time.Instant;
import java.util.Map;

/** Test events that read as sentences, of the customer {@code acme} where no other is named. */
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

    /** An event of a customer who is its own only user: {@code eventOf("ada", "e1", LOGIN, "2025-01-01T10:00")}. */
    public static CustomerEvent eventOf(String customerId, String id, Kind kind, String time) {
        Instant at = Instant.ofEpochMilli(at(time));
        return new CustomerEvent(id, TENANT, customerId, customerId, kind, "", at, 0, Map.of());
    }

    /** The event, on time. */
    public static Arrival arrival(CustomerEvent event) {
        return new Arrival(event, event.at().toEpochMilli(), false);
    }

    /** The event, late, at its place. */
    public static Arrival late(CustomerEvent event, String place) {
        return new Arrival(event, at(place), true);
    }
}
