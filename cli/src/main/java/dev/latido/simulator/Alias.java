package dev.latido.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The name by which a tool knows a customer.
 *
 * @param source segment, stripe or zendesk
 */
public record Alias(String source, String foreignId, String customer) {

    /** Of each tool, the customers by the names by which it knows them. */
    public static Map<String, Map<String, String>> bySource(List<Alias> aliases) {
        Map<String, Map<String, String>> bySource = new HashMap<>();
        for (Alias alias : aliases) {
            bySource.computeIfAbsent(alias.source(), source -> new HashMap<>())
                    .put(alias.foreignId(), alias.customer());
        }
        return bySource;
    }
}
