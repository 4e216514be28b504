package dev.latido.bench.rules;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Events of many customers over 60 days, in memory, the same ones for the same numbers: 92 of 100 are activity. They come a
 * little out of order, and no two happen at the same instant, so that their order is never a matter of taste.
 */
final class EventStream {

    /** The furthest that an event comes behind later ones. */
    static final Duration BOUND = Duration.ofMinutes(10);

    private static final long START = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
    private static final long LENGTH = Duration.ofDays(60).toMillis();
    private static final long SEED = 11;

    private final Random random = new Random(SEED);
    private final int customers;

    private EventStream(int customers) {
        this.customers = customers;
    }

    static List<CustomerEvent> of(int events, int customers) {
        EventStream stream = new EventStream(customers);
        long step = LENGTH / events;
        List<Slot> slots = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            long at = START + i * step;
            slots.add(new Slot(at, at + stream.random.nextLong(BOUND.toMillis())));
        }
        slots.sort(null);
        List<CustomerEvent> made = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            made.add(stream.event(i, slots.get(i).at()));
        }
        return made;
    }

    /** An event's time, and when it comes. */
    private record Slot(long at, long comes) implements Comparable<Slot> {
        @Override
        public int compareTo(Slot other) {
            return Long.compare(comes, other.comes);
        }
    }

    /** Some customers are more active than others. */
    private CustomerEvent event(int number, long at) {
        double position = random.nextDouble();
        String customer = "customer-" + (int) (customers * position * Math.sqrt(position));
        int share = random.nextInt(1_000);
        if (share < 300) {
            return event(number, at, customer, Kind.PAGE_VIEW, page(), 0, Map.of());
        } else if (share < 700) {
            return event(number, at, customer, Kind.FEATURE_USED, "feature-" + random.nextInt(12), 0, Map.of());
        } else if (share < 800) {
            return event(number, at, customer, Kind.LOGIN, "", 0, Map.of());
        } else if (share < 920) {
            return event(number, at, customer, Kind.ACTION, random.nextInt(20) == 0 ? "error" : "save", 0, Map.of());
        }
        return rare(number, at, customer, share - 920);
    }

    private CustomerEvent rare(int number, long at, String customer, int share) {
        Kind kind = RareKinds.at(share);
        if (kind.family() == Kind.Family.BILLING) {
            Map<String, String> attributes =
                    Map.of("invoiceId", "in-" + customer + "-" + random.nextInt(4), "currency", "usd");
            return event(number, at, customer, kind, "", 100L * random.nextInt(1, 200), attributes);
        } else if (kind.family() == Kind.Family.FEEDBACK) {
            String score = Integer.toString(random.nextInt(kind == Kind.NPS ? 11 : 6));
            return event(number, at, customer, kind, "", 0, Map.of("score", score));
        }
        return event(number, at, customer, kind, "", 0, Map.of());
    }

    private String page() {
        int share = random.nextInt(100);
        if (share < 3) {
            return "Cancel";
        } else if (share < 6) {
            return "Pricing";
        } else if (share < 9) {
            return "Export";
        }
        return share < 60 ? "Home" : "Reports";
    }

    private CustomerEvent event(
            int number,
            long at,
            String customer,
            Kind kind,
            String name,
            long amountCents,
            Map<String, String> attributes) {
        return new CustomerEvent(
                "event-" + number,
                "default",
                customer,
                customer + "-user-" + random.nextInt(3),
                kind,
                name,
                Instant.ofEpochMilli(at),
                amountCents,
                attributes);
    }
}
