package dev.latido.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latido.health.Band;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Customers that fall into a band of health, or through it into a lower one, as their health records tell. */
final class BandFalls {

    /** From the highest; whoever is in none of them (healthy, onboarding, cancelled) is above all. */
    private static final List<Band> DOWNWARDS = List.of(Band.AT_RISK, Band.CRITICAL, Band.CHURNED);

    private final Map<CustomerId, Integer> depths = new HashMap<>();
    private final List<Firing> falls = new ArrayList<>();

    static List<Counterpart> counterparts() {
        return DOWNWARDS.stream()
                .map(band -> new Counterpart(
                        id(band),
                        Counterpart.Kind.HEALTH,
                        "Health falls to " + band.text().replace('_', ' ') + " or below"))
                .toList();
    }

    /** Takes the next record of health; those of a customer in order of time. */
    void add(JsonNode health) {
        CustomerId customer = new CustomerId(
                health.required("tenantId").textValue(),
                health.required("customerId").textValue());
        int depth = depth(health.required("band").textValue());
        Integer before = depths.put(customer, depth);
        for (int fallen = before == null ? 0 : before; fallen < depth; fallen++) {
            falls.add(new Firing(
                    id(DOWNWARDS.get(fallen)),
                    Firing.NO_VERSION,
                    customer.tenantId(),
                    customer.customerId(),
                    Instant.parse(health.required("at").textValue()),
                    List.of()));
        }
    }

    List<Firing> falls() {
        return falls;
    }

    private static int depth(String text) {
        for (int depth = DOWNWARDS.size(); depth > 0; depth--) {
            if (DOWNWARDS.get(depth - 1).text().equals(text)) {
                return depth;
            }
        }
        return 0;
    }

    /** With a colon, which no rule's id has. */
    private static String id(Band band) {
        return "band:" + band.text();
    }
}
