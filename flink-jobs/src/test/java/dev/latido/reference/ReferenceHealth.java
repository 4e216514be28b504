package dev.latido.reference;

import dev.latido.event.CustomerEvent;
import dev.latido.event.HealthScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A bounded run over whole inputs, computed the slow and obvious way. */
public final class ReferenceHealth {

    static final long HOUR = 3_600_000;
    static final long DAY = 24 * HOUR;
    static final long SESSION_GAP = HOUR / 2;

    private record Key(String tenantId, String customerId) {}

    private ReferenceHealth() {}

    /** Runs with the default readings. */
    public static ReferenceResult run(List<ReferenceInput> inputs, @Nullable Instant until, List<String> catalogue) {
        return run(inputs, until, ReferenceSettings.of(catalogue));
    }

    /**
     * Runs to the highest time of any event read, or to a later instant.
     *
     * @param until the later instant; without effect where it is earlier
     */
    public static ReferenceResult run(
            List<ReferenceInput> inputs, @Nullable Instant until, ReferenceSettings settings) {
        long end = end(inputs, until);
        List<ReferenceCustomer> customers = new ArrayList<>();
        placed(inputs).forEach((key, placed) -> {
            var customer = new ReferenceCustomer(key.tenantId(), key.customerId(), settings, line -> {});
            customer.run(placed, end);
            customers.add(customer);
        });
        return result(customers);
    }

    /** One customer's health at an instant, after events that were all on time; nothing was published before it. */
    public static HealthScore evaluate(List<CustomerEvent> events, Instant at, List<String> catalogue) {
        ReferenceSettings settings = ReferenceSettings.of(catalogue);
        List<Placed> history = events.stream()
                .map(event ->
                        new Placed(event, event.at().toEpochMilli(), event.at().toEpochMilli(), false))
                .toList();
        ReferenceQuantities quantities = ReferenceQuantities.measure(at.toEpochMilli(), history, settings);
        CustomerEvent any = events.get(0);
        return ReferenceEvaluation.of(quantities, settings).score(any.tenantId(), any.customerId(), at, null);
    }

    /** Tells what happened to one customer, step by step, with all its quantities at each: to find out who is wrong. */
    public static List<String> trace(
            List<ReferenceInput> inputs,
            @Nullable Instant until,
            ReferenceSettings settings,
            String tenantId,
            String customerId) {
        List<String> lines = new ArrayList<>();
        Consumer<String> trace = lines::add;
        List<Placed> placed = placed(inputs).getOrDefault(new Key(tenantId, customerId), List.of());
        new ReferenceCustomer(tenantId, customerId, settings, trace).run(placed, end(inputs, until));
        return lines;
    }

    private static long end(List<ReferenceInput> inputs, @Nullable Instant until) {
        long highest = inputs.stream()
                .flatMap(input -> input.events().stream())
                .mapToLong(event -> event.at().toEpochMilli())
                .max()
                .orElse(Long.MIN_VALUE);
        return until == null ? highest : Math.max(highest, until.toEpochMilli());
    }

    /** The events of each customer in the order of their places. */
    private static Map<Key, List<Placed>> placed(List<ReferenceInput> inputs) {
        Map<Key, List<Placed>> customers = new HashMap<>();
        for (ReferenceInput input : inputs) {
            long highest = Long.MIN_VALUE;
            for (CustomerEvent event : input.events()) {
                long at = event.at().toEpochMilli();
                boolean late = at + input.bound().toMillis() < highest;
                customers
                        .computeIfAbsent(new Key(event.tenantId(), event.customerId()), key -> new ArrayList<>())
                        .add(new Placed(event, at, late ? highest : at, late));
                highest = Math.max(highest, at);
            }
        }
        customers.values().forEach(placed -> placed.sort(Placed.ORDER));
        return customers;
    }

    private static ReferenceResult result(List<ReferenceCustomer> customers) {
        List<CustomerEvent> lateEvents = customers.stream()
                .flatMap(customer -> customer.lateEvents.stream())
                .sorted(Comparator.comparing(CustomerEvent::at)
                        .thenComparing(CustomerEvent::tenantId)
                        .thenComparing(CustomerEvent::customerId)
                        .thenComparing(CustomerEvent::eventId))
                .toList();
        return new ReferenceResult(
                customers.stream()
                        .flatMap(customer -> customer.scores.stream())
                        .sorted(Comparator.comparing(HealthScore::at)
                                .thenComparing(HealthScore::tenantId)
                                .thenComparing(HealthScore::customerId))
                        .toList(),
                customers.stream()
                        .flatMap(customer -> customer.published.stream())
                        .sorted(Comparator.comparing(ReferenceAlert::at)
                                .thenComparing(ReferenceAlert::tenantId)
                                .thenComparing(ReferenceAlert::customerId))
                        .toList(),
                lateEvents,
                customers.stream().mapToLong(customer -> customer.applied).sum(),
                customers.stream().mapToLong(customer -> customer.duplicates).sum(),
                lateEvents.size());
    }
}
