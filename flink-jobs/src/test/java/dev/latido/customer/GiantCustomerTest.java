package dev.latido.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.customer.BoundedRun.Disturbance;
import dev.latido.event.CustomerEvent;
import dev.latido.event.HealthScore;
import dev.latido.event.Kind;
import dev.latido.health.Catalogue;
import dev.latido.reference.ReferenceAlert;
import dev.latido.reference.ReferenceHealth;
import dev.latido.reference.ReferenceInput;
import dev.latido.reference.ReferenceResult;
import dev.latido.testing.CustomerStory;
import dev.latido.testing.Events;
import dev.latido.testing.ShippedPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** One customer with 50,000 users and 30 % of all events, within 50 minutes of each day, among 2,000 ordinary ones. */
class GiantCustomerTest {

    private static final String GIANT = "giant";
    private static final int USERS = 50_000;
    private static final int OTHERS = 2_000;
    private static final int DAYS = 10;
    private static final int GIANTS_EVENTS_A_DAY = 5_100;
    private static final int OTHER_EVENTS_A_DAY = 11_900;
    private static final int MOST_STATE_BYTES = 64 * 1024;
    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final long START = Events.at("2030-01-01T00:00");
    private static final Instant UNTIL = Instant.ofEpochMilli(START + (DAYS + 5) * DAY);

    private static final List<CustomerEvent> EVENTS = events();
    private static List<HealthScore> ordinaryScores = List.of();
    private static List<ReferenceAlert> ordinaryAlerts = List.of();
    private static List<HealthScore> giantsScores = List.of();

    @BeforeAll
    static void runInRocksDbWithTwoCustomersCached() throws Exception {
        CustomerHarness.Setup setup = CustomerHarness.Setup.REPLAY.caching(2).inRocksDb();
        Outcome outcome = BoundedRun.of(List.of(input(EVENTS)), UNTIL, setup, 500, Disturbance.NONE);
        assertThat(outcome.applied()).isEqualTo(EVENTS.size());
        ordinaryScores = outcome.scores().stream()
                .filter(score -> !score.customerId().equals(GIANT))
                .toList();
        ordinaryAlerts = outcome.comparable().alerts().stream()
                .filter(alert -> !alert.customerId().equals(GIANT))
                .toList();
        giantsScores = outcome.scores().stream()
                .filter(score -> score.customerId().equals(GIANT))
                .toList();
    }

    @Test
    void ordinaryCustomersHaveTheResultsThatTheyHaveWithoutTheGiant() {
        List<CustomerEvent> ordinary =
                EVENTS.stream().filter(event -> !isGiants(event)).toList();

        ReferenceResult expected = ReferenceHealth.run(List.of(input(ordinary)), UNTIL, catalogue());

        assertThat(ordinaryScores).hasSizeGreaterThan(OTHERS).isEqualTo(expected.scores());
        assertThat(ordinaryAlerts).isNotEmpty().isEqualTo(expected.alerts());
    }

    /** The slow reference cannot count 51,000 events anew at each of them, so it does at 30. */
    @Test
    void theGiantsScoresFollowFromTheContract() {
        List<CustomerEvent> giants =
                EVENTS.stream().filter(GiantCustomerTest::isGiants).toList();
        assertThat(giants.stream().map(CustomerEvent::userId).distinct()).hasSize(USERS);
        assertThat((double) giants.size() / EVENTS.size()).isEqualTo(0.3);

        for (int i = 0; i < giants.size(); i += 1_700) {
            Instant at = giants.get(i).at();
            HealthScore expected = ReferenceHealth.evaluate(giants.subList(0, i + 1), at, catalogue());
            HealthScore found = giantsScores.stream()
                    .filter(score -> !score.at().isAfter(at))
                    .reduce((before, after) -> after)
                    .orElseThrow();
            assertThat(List.of(found.band(), found.level(), found.signals()))
                    .as("after %d events", i + 1)
                    .isEqualTo(List.of(expected.band(), expected.level(), expected.signals()));
            assertThat(Math.abs(found.score() - expected.score())).isLessThan(1.0);
        }
    }

    @Test
    void theGiantsStateStaysUnder64Kibibytes(TestReporter reporter) {
        CustomerStory story = new CustomerStory(ShippedPolicy.POLICY, GIANT);
        int largest = 0;
        int applied = 0;
        for (CustomerEvent event : EVENTS) {
            if (isGiants(event) && story.apply(event) && ++applied % 50 == 0) {
                largest = Math.max(largest, CustomerCodec.encode(story.customer()).length);
            }
        }
        story.until(UNTIL.toEpochMilli());

        reporter.publishEntry("largest state of the giant, bytes", Integer.toString(largest));
        assertThat(largest).isBetween(30_000, MOST_STATE_BYTES);
        assertThat(CustomerCodec.encode(story.customer()).length).isLessThan(largest / 5);
        assertThat(giantsScores).isEqualTo(story.scores());
    }

    private static boolean isGiants(CustomerEvent event) {
        return event.customerId().equals(GIANT);
    }

    private static ReferenceInput input(List<CustomerEvent> events) {
        return new ReferenceInput("file", Duration.ofSeconds(5), events);
    }

    private static List<String> catalogue() {
        Catalogue catalogue = ShippedPolicy.POLICY.health().catalogue();
        return List.copyOf(catalogue.names());
    }

    private static List<CustomerEvent> events() {
        Random random = new Random(7);
        List<CustomerEvent> events = new ArrayList<>();
        List<String> features = catalogue().stream().sorted().toList();
        for (int day = 0; day < DAYS; day++) {
            long midnight = START + day * DAY;
            for (int i = 0; i < GIANTS_EVENTS_A_DAY; i++) {
                int number = day * GIANTS_EVENTS_A_DAY + i;
                long at = midnight + 14 * 60 * MINUTE + i * 50L * MINUTE / GIANTS_EVENTS_A_DAY;
                String user = "user-" + number % USERS;
                events.add(event(GIANT, user, number, features.get(number / 4_000 % features.size()), at));
            }
            for (int i = 0; i < OTHER_EVENTS_A_DAY; i++) {
                int number = random.nextInt(OTHERS);
                long at = midnight + i * DAY / OTHER_EVENTS_A_DAY;
                String feature = features.get(random.nextInt(1 + number % features.size()));
                events.add(event("c" + number, "user-" + random.nextInt(3), events.size(), feature, at));
            }
        }
        events.sort(Comparator.comparing(CustomerEvent::at));
        return events;
    }

    private static CustomerEvent event(String customer, String user, int number, String feature, long at) {
        Kind kind = number % 997 == 0 ? Kind.TICKET_OPENED : number % 2 == 0 ? Kind.FEATURE_USED : Kind.PAGE_VIEW;
        return new CustomerEvent(
                "e" + number, Events.TENANT, customer, user, kind, feature, Instant.ofEpochMilli(at), 0, Map.of());
    }
}
