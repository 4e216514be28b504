package dev.latido.customer;

import static dev.latido.testing.Rules.rule;
import static dev.latido.testing.Rules.ruleSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Kind;
import dev.latido.rule.Rule;
import dev.latido.testing.CustomerStory;
import dev.latido.testing.Events;
import java.time.Duration;
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

    private static void play(CustomerStory story, int events) {
        for (int i = 0; i < events; i++) {
            story.apply(Events.event("event-" + i, Kind.PAGE_VIEW, "Home", START + i * 1_000L, Map.of()));
        }
    }
}
