package dev.latido.customer;

import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.testing.Events;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Seeded arrivals of one customer over a year or more, in order, in which everything happens that a feature or an outcome
 * looks at; some late, some under ids that were there before.
 */
final class FeatureLife {

    static final String CUSTOMER = RandomLife.CUSTOMER;
    static final long START = Events.at("2030-01-01T07:30");

    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;

    private static final List<String> NAMES = List.of(
            "reports",
            "api",
            "search",
            "filters",
            "tags",
            "alerts",
            "unknown",
            "Item Created",
            "Invited Teammate",
            "error",
            "Link Copied");
    private static final List<String> PAGES =
            List.of("Home", "Home", "Pricing", "Cancel", "Export", "/billing", "Docs");
    private static final List<Kind> MONEY = List.of(
            Kind.PAYMENT_SUCCEEDED,
            Kind.PAYMENT_SUCCEEDED,
            Kind.PAYMENT_SUCCEEDED,
            Kind.PAYMENT_FAILED,
            Kind.PAYMENT_RETRY_FAILED,
            Kind.INVOICE_OVERDUE,
            Kind.REFUNDED);
    private static final List<Kind> PLANS = List.of(
            Kind.SUBSCRIPTION_STARTED,
            Kind.SUBSCRIPTION_UPGRADED,
            Kind.SUBSCRIPTION_DOWNGRADED,
            Kind.CANCELLATION_SCHEDULED,
            Kind.CANCELLATION_WITHDRAWN,
            Kind.TRIAL_ENDING);

    private final Random random;
    private final List<Arrival> arrivals = new ArrayList<>();
    private long now = START;

    private FeatureLife(Random random) {
        this.random = random;
    }

    static List<Arrival> of(long seed) {
        return new FeatureLife(new Random(seed)).live();
    }

    private List<Arrival> live() {
        long end = START + (120 + random.nextInt(330)) * DAY;
        double busy = 0.3 + random.nextDouble() / 2;
        while (now < end) {
            if (random.nextDouble() < busy) {
                visit();
            } else {
                something();
            }
            now += random.nextInt(60) == 0 ? random.nextInt(40) * DAY : random.nextInt(30 * 60) * MINUTE;
        }
        arrivals.sort(Arrival.ORDER);
        return arrivals;
    }

    private void visit() {
        String user = "user-" + random.nextInt(1 + random.nextInt(12));
        for (int i = random.nextInt(5); i >= 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> add(Kind.LOGIN, user, "", 0, Map.of());
                case 1 -> add(Kind.PAGE_VIEW, user, pick(PAGES), 0, Map.of());
                case 2 -> add(Kind.FEATURE_USED, user, pick(NAMES), 0, Map.of());
                default -> add(Kind.ACTION, user, pick(NAMES), 0, Map.of());
            }
            now += random.nextInt(35) * MINUTE;
        }
    }

    private void something() {
        switch (random.nextInt(5)) {
            case 0 -> add(pick(MONEY), CUSTOMER, "", random.nextInt(3) * 4_900L, Map.of());
            case 1 -> subscription();
            case 2, 3 -> ticket();
            default ->
                add(Kind.NPS, CUSTOMER, "", 0, Map.of("score", Integer.toString(random.nextInt(11)), "scale", "10"));
        }
    }

    private void subscription() {
        Map<String, String> attributes = new HashMap<>();
        if (random.nextInt(4) > 0) {
            attributes.put("subscriptionId", "s" + random.nextInt(2));
        }
        if (random.nextBoolean()) {
            attributes.put("status", random.nextBoolean() ? "trialing" : "active");
        }
        boolean cancels = random.nextInt(12) == 0;
        if (cancels && random.nextInt(3) == 0) {
            attributes.put("cancellationReason", random.nextBoolean() ? "payment_failed" : "cancellation_requested");
        }
        add(cancels ? Kind.SUBSCRIPTION_CANCELLED : pick(PLANS), CUSTOMER, "", 4_900, attributes);
    }

    private void ticket() {
        Map<String, String> attributes =
                random.nextInt(8) == 0 ? Map.of() : Map.of("ticketId", "t" + random.nextInt(30));
        add(random.nextInt(5) < 3 ? Kind.TICKET_OPENED : Kind.TICKET_CLOSED, CUSTOMER, "", 0, attributes);
    }

    private void add(Kind kind, String user, String name, long amount, Map<String, String> attributes) {
        boolean late = !arrivals.isEmpty() && random.nextInt(15) == 0;
        long at = late ? now - random.nextInt(100) * DAY / 4 - MINUTE : now;
        int number = random.nextInt(40) == 0 ? random.nextInt(arrivals.size() + 1) : arrivals.size();
        CustomerEvent event = new CustomerEvent(
                "e" + number, Events.TENANT, CUSTOMER, user, kind, name, Instant.ofEpochMilli(at), amount, attributes);
        arrivals.add(new Arrival(event, now, late));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
