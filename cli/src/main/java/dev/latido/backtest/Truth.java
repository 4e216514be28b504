package dev.latido.backtest;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who really left, and when; whoever is not in it stayed. */
public record Truth(List<Departure> departures) {

    public Truth {
        departures = List.copyOf(departures);
    }

    /**
     * Finds the customers that left. A departure that names no tenant is of the one customer with that id.
     *
     * @throws UnusableTruthException if customers of two tenants have that id
     */
    public Map<CustomerId, Departure> among(List<SeenCustomer> customers) {
        Map<String, List<CustomerId>> known =
                customers.stream().map(SeenCustomer::id).collect(groupingBy(CustomerId::customerId));
        Map<CustomerId, Departure> found = new TreeMap<>();
        for (Departure departure : departures) {
            find(departure, known.getOrDefault(departure.customerId(), List.of()))
                    .ifPresent(customer -> found.put(customer, departure));
        }
        return found;
    }

    private static Optional<CustomerId> find(Departure departure, List<CustomerId> sameId) {
        List<CustomerId> meant = sameId.stream()
                .filter(customer ->
                        departure.tenantId().map(customer.tenantId()::equals).orElse(true))
                .toList();
        if (meant.size() > 1) {
            throw new UnusableTruthException("The truth file says that " + departure.customerId()
                    + " left, but the data has customers of that id in several tenants, "
                    + meant.get(0).tenantId()
                    + " and " + meant.get(1).tenantId() + "; add a column tenant.");
        }
        return meant.stream().findFirst();
    }
}
