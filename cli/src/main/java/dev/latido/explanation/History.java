package dev.latido.explanation;

import static java.util.Objects.requireNonNull;

import dev.latido.event.Arrival;
import java.util.List;
import java.util.Set;

/**
 * What files tell of one customer.
 *
 * @param arrivals the customer's events in the order in which they are applied; empty where the customer is unknown
 * @param end the highest time of any event in the files, milliseconds since 1970-01-01 UTC
 * @param others the other customers of the tenant
 * @param tenants those of which another one has a customer of this name
 */
public record History(
        String tenantId, String customerId, List<Arrival> arrivals, long end, Set<String> others, Set<String> tenants) {

    public History {
        requireNonNull(tenantId, "tenantId");
        requireNonNull(customerId, "customerId");
        arrivals = List.copyOf(arrivals);
        others = Set.copyOf(others);
        tenants = Set.copyOf(tenants);
    }

    public boolean isUnknown() {
        return arrivals.isEmpty();
    }

    /** For a person who asked for a customer that is unknown: which ones may be meant. */
    public String unknown() {
        String sentence = "The files hold no event of customer " + customerId + " of tenant " + tenantId + ". ";
        if (!tenants.isEmpty()) {
            return sentence + "There is a customer of this name in tenant "
                    + String.join(", ", tenants.stream().sorted().toList()) + " (--tenant).";
        }
        return sentence
                + (others.isEmpty()
                        ? "They hold none of any customer of this tenant."
                        : NearNames.suggestion(customerId, others));
    }
}
