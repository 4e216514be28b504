package dev.latido.customer;

import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.testing.Events;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Seeded arrivals of one customer, in order: busy weeks and silent ones, failures and cancellations, late events and
 * repeated ids, on a coarse clock so that bounds are often hit exactly.
 */
final class RandomLife {

    static final long START = Events.at("2030-01-01T00:00");
    /** Whose daily instant stands on the coarse clock, so that events happen at the very same instant. */
    static final String CUSTOMER = customerOnTheClock();

    private static final long STEP = 600_000;
    private static final List<String> FEATURES =
            List.of("reports", "export", "api", "search", "import", "forms", "alerts", "unknown", "templates");
    private static final Kind[] RARE = {
        Kind.PAYMENT_SUCCEEDED,
        Kind.PAYMENT_SUCCEEDED,
        Kind.PAYMENT_FAILED,
        Kind.PAYMENT_RETRY_FAILED,
        Kind.INVOICE_OVERDUE,
        Kind.SUBSCRIPTION_STARTED,
        Kind.SUBSCRIPTION_UPGRADED,
        Kind.SUBSCRIPTION_DOWNGRADED,
        Kind.SUBSCRIPTION_CANCELLED,
        Kind.SUBSCRIPTION_CANCELLED,
        Kind.CANCELLATION_SCHEDULED,
        Kind.TICKET_OPENED,
        Kind.TICKET_OPENED,
        Kind.TICKET_OPENED,
        Kind.TICKET_CLOSED,
        Kind.NPS,
        Kind.CSAT,
        Kind.REFUNDED
    };

    private RandomLife() {}

    static List<Arrival> of(Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        long now = START;
        int events = 300 + random.nextInt(500);
        for (int i = 0; i < events; i++) {
            now += pause(random);
            boolean late = random.nextInt(12) == 0;
            long at = late ? now - random.nextInt(40 * 24 * 6) * STEP : now;
            String id = random.nextInt(15) == 0 ? "event-" + random.nextInt(i + 1) : "event-" + i;
            arrivals.add(new Arrival(event(id, at, random), now, late && at < now));
        }
        arrivals.sort(Arrival.ORDER);
        return arrivals;
    }

    private static long pause(Random random) {
        return switch (random.nextInt(100)) {
            case 0 -> random.nextInt(30 * 24 * 6) * STEP;
            case 1, 2, 3 -> random.nextInt(3 * 24 * 6) * STEP;
            case 4, 5, 6, 7, 8, 9 -> random.nextInt(18 * 6) * STEP;
            case 10 -> 1_800_001;
            case 11 -> 24 * 3_600_000L;
            default -> random.nextInt(5) * STEP;
        };
    }

    private static CustomerEvent event(String id, long at, Random random) {
        String user = "user-" + random.nextInt(3);
        int dice = random.nextInt(10);
        if (dice < 5) {
            return event(id, user, Kind.PAGE_VIEW, "", at, Map.of());
        }
        if (dice < 8) {
            return event(id, user, Kind.FEATURE_USED, FEATURES.get(random.nextInt(FEATURES.size())), at, Map.of());
        }
        Kind kind = RARE[random.nextInt(RARE.length)];
        String score = Integer.toString(random.nextInt(kind == Kind.CSAT ? 6 : 11));
        return event(id, user, kind, "", at, Map.of("score", score, "subscriptionId", "s" + random.nextInt(2)));
    }

    private static CustomerEvent event(
            String id, String user, Kind kind, String name, long at, Map<String, String> attributes) {
        return new CustomerEvent(
                id, Events.TENANT, CUSTOMER, user, kind, name, Instant.ofEpochMilli(at), 0, attributes);
    }

    private static String customerOnTheClock() {
        int i = 0;
        while (Math.floorMod(("customer-" + i).hashCode(), 86_400) * 1_000L % STEP != 0) {
            i++;
        }
        return "customer-" + i;
    }
}
