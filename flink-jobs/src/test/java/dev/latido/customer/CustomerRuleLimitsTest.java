package dev.latido.customer;

import static dev.latido.testing.Rules.rule;
import static dev.latido.testing.Rules.ruleSet;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Alert;
import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.rule.Rule;
import dev.latido.testing.CustomerStory;
import dev.latido.testing.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Rules and customers that would blow up state and time if anything could. */
class CustomerRuleLimitsTest {

    private static final long START = Events.at("2030-01-01T00:00");
    private static final int EVENTS = 20_000;

    /** Every event matches every step, as often as it likes. */
    private static final Rule GREEDY_FOR_MEMORY = rule(
            "everything",
            "within: 400 days",
            "skip: none",
            "cooldown: 400 days",
            "steps:",
            "  - step: some",
            "    kind: [activity, support]",
            "    when: event.attributes.size() >= 0",
            "    times: one or more",
            "    inner: followed by any",
            "  - step: other",
            "    kind: [activity, support]",
            "    contiguity: followed by any",
            "    times: one or more",
            "    inner: followed by any",
            "  - step: never",
            "    kind: REFUNDED");

    /** Each event begins a partial match that is never completed. */
    private static final Rule WAITING = rule(
            "waiting",
            "within: 400 days",
            "steps:",
            "  - step: seen",
            "    kind: activity",
            "  - step: never",
            "    kind: REFUNDED");

    /** Reads the attributes of an earlier event as a whole. */
    private static final Rule READING_ALL = rule(
            "reading",
            "within: 400 days",
            "steps:",
            "  - step: seen",
            "    kind: activity",
            "  - step: never",
            "    kind: REFUNDED",
            "    when: seen.attributes.size() > 3");

    @Test
    void stateAndTimeStayBoundedWhateverARuleAsksFor(TestReporter reporter) {
        CustomerStory story = new CustomerStory().under(ruleSet(GREEDY_FOR_MEMORY));

        Assertions.assertTimeout(Duration.ofSeconds(60), () -> play(story, EVENTS / 10));

        int size = CustomerCodec.encode(story.customer()).length;
        reporter.publishEntry(
                "state of a customer under a rule that matches everything, bytes", Integer.toString(size));
        assertThat(story.partialMatchesDropped()).isPositive();
        assertThat(size).isBetween(1_000, 400_000);
    }

    @Test
    void stateOfAHostileCustomerStaysBounded(TestReporter reporter) {
        CustomerStory story = new CustomerStory().under(ruleSet(WAITING));

        play(story, EVENTS);

        int size = CustomerCodec.encode(story.customer()).length;
        reporter.publishEntry("state of a customer with 1,000 partial matches, bytes", Integer.toString(size));
        assertThat(story.partialMatchesDropped()).isEqualTo(EVENTS - 1_000);
        assertThat(size).isBetween(10_000, 200_000);
    }

    @Test
    void oneEventRaisesNoMoreThanTenAlertsOfARule() {
        CustomerStory story = new CustomerStory()
                .under(ruleSet(rule(
                        "flood",
                        "within: 400 days",
                        "skip: none",
                        "steps:",
                        "  - step: some",
                        "    kind: activity",
                        "    times: one or more")));

        play(story, 50);

        int raised = 9 * 10 / 2 + 41 * 10;
        assertThat(found(story, "flood")).hasSize(raised);
        assertThat(found(story, "flood").subList(raised - 10, raised))
                .extracting(Alert::at)
                .containsOnly(Instant.ofEpochMilli(START + 49_000));
        assertThat(story.suppressed()).hasSize(50 * 51 / 2 - raised);
    }

    @Test
    void ofWhatAnEventSaysOnlySoMuchIsRemembered(TestReporter reporter) {
        CustomerStory story = new CustomerStory().under(ruleSet(READING_ALL));
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            attributes.put("k" + i + "k".repeat(2_000), "v".repeat(500));
        }

        for (int i = 0; i < 100; i++) {
            story.apply(event(i, "n".repeat(500_000), attributes));
        }

        int size = CustomerCodec.encode(story.customer()).length;
        reporter.publishEntry("state of 100 partial matches of hostile events, bytes", Integer.toString(size));
        assertThat(story.alerts()).extracting(Alert::ruleId).doesNotContain("reading");
        assertThat(size).isBetween(100_000, 100 * 10_000);
    }

    @Test
    void ofManySmallAttributesTheFirst64InOrderOfNameAreRemembered() {
        CustomerStory story = new CustomerStory().under(ruleSet(READING_ALL));
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            attributes.put("k%03d".formatted(i), "v");
        }

        story.apply(event(0, "Home", attributes));
        story.apply(Events.event("refund", Kind.REFUNDED, START + 1_000_000));

        assertThat(found(story, "reading"))
                .extracting(alert ->
                        requireNonNull(alert.evidence().match()).events().get(0).attributes())
                .satisfiesExactly(kept -> assertThat(kept)
                        .hasSize(64)
                        .containsKeys("k000", "k063")
                        .doesNotContainKey("k064"));
    }

    private static CustomerEvent event(int number, String name, Map<String, String> attributes) {
        return Events.event("event-" + number, Kind.PAGE_VIEW, name, START + number * 1_000L, attributes);
    }

    private static List<Alert> found(CustomerStory story, String ruleId) {
        return story.alerts().stream()
                .filter(alert -> alert.ruleId().equals(ruleId))
                .toList();
    }

    private static void play(CustomerStory story, int events) {
        for (int i = 0; i < events; i++) {
            story.apply(Events.event("event-" + i, Kind.PAGE_VIEW, "Home", START + i * 1_000L, Map.of()));
        }
    }
}
