package dev.latido.ingest;

import dev.latido.event.CustomerEvent;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * Which customer hides behind the id that a tool uses for it.
 *
 * @param bySource source name to foreign id to customer
 */
public record Aliases(Map<String, Map<String, String>> bySource) implements Serializable {

    public static final Aliases NONE = new Aliases(Map.of());

    public Aliases {
        Map<String, Map<String, String>> copy = new HashMap<>();
        bySource.forEach((source, ids) -> copy.put(source, Map.copyOf(ids)));
        bySource = Map.copyOf(copy);
    }

    /** The event under its customer's own id; as it is where the source or the id has no alias. */
    public CustomerEvent resolve(String source, CustomerEvent event) {
        Map<String, String> ids = bySource.get(source);
        String customerId = ids == null ? null : ids.get(event.customerId());
        return customerId == null ? event : event.withCustomerId(customerId);
    }
}
