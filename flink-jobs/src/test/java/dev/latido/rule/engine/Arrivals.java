package dev.latido.rule.engine;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random events of several customers, in the order in which they arrive: not later than the bound.
 *
 * @param unit milliseconds between one instant and the next
 */
record Arrivals(List<CustomerEvent> arriving, long bound, long unit) {

    static final Comparator<CustomerEvent> ORDER =
            Comparator.comparing(CustomerEvent::at).thenComparing(CustomerEvent::eventId);

    private static final int LONG_ENOUGH = 30;
    private static final Kind[] KINDS = {Kind.LOGIN, Kind.PAGE_VIEW, Kind.FEATURE_USED, Kind.ACTION};

    static Arrivals random(Random random, int customers, int size) {
        long bound = random.nextInt(6);
        int pace = 1 + random.nextInt(4);
        int kinds = KINDS.length - Math.max(0, random.nextInt(5) - 2);
        long now = 1_000;
        List<CustomerEvent> events = new ArrayList<>();
        Map<String, Long> arrivals = new HashMap<>();
        for (int i = 0; i < size; i++) {
            now += random.nextInt(pace);
            CustomerEvent event = event(random, kinds, "k" + random.nextInt(customers), now, size);
            if (arrivals.putIfAbsent(event.eventId(), now + random.nextLong(bound + 1)) == null) {
                events.add(event);
            }
        }
        events.sort(Comparator.comparing(event -> arrivals.getOrDefault(event.eventId(), 0L)));
        return new Arrivals(events, bound, 1);
    }

    private static CustomerEvent event(Random random, int kinds, String customer, long at, int size) {
        String id = "e" + random.nextInt(size * size);
        Kind kind = KINDS[random.nextInt(kinds)];
        return new CustomerEvent(
                id, "default", customer, "ada", kind, "", Instant.ofEpochMilli(at), random.nextInt(10), Map.of());
    }

    /** The same with more time between them. */
    Arrivals slower(long newUnit) {
        List<CustomerEvent> slower = arriving.stream()
                .map(event -> new CustomerEvent(
                        event.eventId(),
                        event.tenantId(),
                        event.customerId(),
                        event.userId(),
                        event.kind(),
                        event.name(),
                        Instant.ofEpochMilli(event.at().toEpochMilli() * newUnit),
                        event.amountCents(),
                        event.attributes()))
                .toList();
        return new Arrivals(slower, bound * newUnit, newUnit);
    }

    /** An instant at which every time that a sequence waits for is up. */
    long end() {
        return inOrder().get(arriving.size() - 1).at().toEpochMilli() + LONG_ENOUGH * unit;
    }

    List<CustomerEvent> inOrder() {
        return arriving.stream().sorted(ORDER).toList();
    }
}
