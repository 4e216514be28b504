package dev.latido.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.health.Catalogue;
import dev.latido.testing.CustomerStory;
import dev.latido.testing.Events;
import dev.latido.testing.ShippedPolicy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class CustomerStateSizeTest {

    private static final long DAY = 86_400_000;
    private static final long HOUR = 3_600_000;
    private static final long MINUTE = 60_000;
    private static final long START = Events.at("2030-01-01T00:00");

    private final CustomerStory story = new CustomerStory();
    private int ids;
    private int largest;

    /** Three users, 40 activity events on a working day, 20 features, a monthly bill, two tickets a month, some answers. */
    @Test
    void ordinaryCustomerStaysUnderTwoKibibytes(TestReporter reporter) {
        List<String> features = features();
        for (int day = 0; day < 365; day++) {
            long midnight = START + day * DAY;
            boolean workingDay = day % 7 < 5;
            for (int i = 0; workingDay && i < 40; i++) {
                long at = midnight + (9 + i / 10 * 2) * HOUR + i % 10 * 4L * MINUTE;
                play(
                        "user-" + i % 3,
                        i % 2 == 0 ? Kind.FEATURE_USED : Kind.PAGE_VIEW,
                        features.get((i / 2 + day) % 20),
                        at,
                        Map.of());
            }
            if (day % 30 == 3) {
                bill(day, midnight + 18 * HOUR);
            }
            if (day % 15 == 7) {
                play("user-0", Kind.TICKET_OPENED, "", midnight + 19 * HOUR, Map.of());
            }
            if (day % 90 == 10) {
                play("user-1", Kind.NPS, "", midnight + 20 * HOUR, Map.of("score", "8"));
            }
        }
        reporter.publishEntry("largest state of an ordinary customer, bytes", Integer.toString(largest));
        assertThat(largest).isBetween(500, 2_048);
    }

    private void bill(int day, long at) {
        Map<String, String> attributes = Map.of("subscriptionId", "sub_1MowQVLkdIwHu7ixeRlqHVzs");
        play("user-0", day < 30 ? Kind.SUBSCRIPTION_STARTED : Kind.SUBSCRIPTION_UPGRADED, "", at, attributes);
        if (day % 120 == 33) {
            play("user-0", Kind.PAYMENT_FAILED, "", at + MINUTE, attributes);
        }
        play("user-0", Kind.PAYMENT_SUCCEEDED, "", at + 30 * HOUR, attributes);
    }

    /** 50,000 users and no id, feature or subscription twice, all at once, after a year in which every day had everything. */
    @Test
    void hostileCustomerStaysBounded(TestReporter reporter) {
        Kind[] kinds = Arrays.stream(Kind.values()).filter(Kind::isInput).toArray(Kind[]::new);
        for (int day = 365; day > 0; day--) {
            everythingAt(START - day * DAY, kinds);
        }
        String overlong = "\u20AC".repeat(10_000);
        for (int i = 0; i < 100_000; i++) {
            play(
                    "user-" + i % 50_000,
                    i % 2 == 0 ? Kind.FEATURE_USED : kinds[i / 2 % kinds.length],
                    "feature-" + i,
                    START + i * 9L,
                    Map.of("subscriptionId", "subscription-" + i, "ticketId", "ticket-" + i, "score", "5"));
            if (i % 1_000 == 0) {
                story.apply(Events.event(overlong + i, Kind.TICKET_OPENED, START + i * 9L));
            }
        }
        for (int i = 0; i < 20; i++) {
            String id = "\u20AC".repeat(126) + (10 + i);
            story.apply(Events.event(id, Kind.TICKET_OPENED, START + 900_000 + i));
            story.apply(Events.event("x" + id.substring(1), Kind.INVOICE_OVERDUE, START + 900_000 + i));
        }
        measure();
        reporter.publishEntry("largest state of a hostile customer, bytes", Integer.toString(largest));
        assertThat(largest).isBetween(50_000, 80_000);
    }

    private void everythingAt(long at, Kind[] kinds) {
        for (String name : List.of("Item Created", "error", "Cancel", "Pricing", "api", "reports")) {
            for (Kind kind : kinds) {
                String id = new UUID(0x1234_5678_9ABC_DEF0L, ids++).toString();
                story.apply(new CustomerEvent(
                        id,
                        Events.TENANT,
                        Events.CUSTOMER,
                        "user-" + ids % 700,
                        kind,
                        name,
                        Instant.ofEpochMilli(at + ids % 60_000),
                        Long.MAX_VALUE / 3 * (ids % 3 - 1),
                        Map.of("score", "5")));
            }
        }
    }

    private static List<String> features() {
        Catalogue catalogue = ShippedPolicy.POLICY.health().catalogue();
        return catalogue.names().stream().sorted().toList();
    }

    private void play(String user, Kind kind, String name, long at, Map<String, String> attributes) {
        String id = new UUID(0x1234_5678_9ABC_DEF0L, ids++).toString();
        story.apply(Events.event(id, user, kind, name, at, attributes));
        if (ids % 1_000 < 41) {
            measure();
        }
    }

    private void measure() {
        largest = Math.max(largest, CustomerCodec.encode(story.customer()).length);
    }
}
