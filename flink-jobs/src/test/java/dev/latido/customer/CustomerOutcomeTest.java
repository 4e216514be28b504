package dev.latido.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerOutcome;
import dev.latido.event.Kind;
import dev.latido.testing.CustomerStory;
import dev.latido.testing.Events;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of a customer for those who make labels. */
class CustomerOutcomeTest {

    private static final Map<String, String> FIRST = Map.of("subscriptionId", "s1");
    private static final Map<String, String> SECOND = Map.of("subscriptionId", "s2");

    private final CustomerStory story = new CustomerStory();

    @Test
    void aScheduledCancellationIsTheNoticeAndItsEffectFollows() {
        then("01-01", Kind.SUBSCRIPTION_STARTED, FIRST);
        then("02-01", Kind.CANCELLATION_SCHEDULED, FIRST);
        then("03-01", Kind.SUBSCRIPTION_CANCELLED, FIRST);

        assertThat(told()).containsExactly("02-01 cancellation-notice", "03-01 cancelled");
    }

    @Test
    void aCancellationWithoutAWordBeforeIsItsOwnNotice() {
        then("01-01", Kind.SUBSCRIPTION_STARTED, FIRST);
        then("03-01", Kind.SUBSCRIPTION_CANCELLED, FIRST);

        assertThat(told()).containsExactly("03-01 cancellation-notice", "03-01 cancelled");
    }

    @Test
    void aSubscriptionThatBeganBeforeTheEventsCountsToo() {
        then("02-01", Kind.CANCELLATION_SCHEDULED, FIRST);
        then("02-05", Kind.CANCELLATION_WITHDRAWN, FIRST);
        then("02-07", Kind.CANCELLATION_SCHEDULED, FIRST);
        then("02-08", Kind.CANCELLATION_SCHEDULED, FIRST);

        assertThat(told())
                .containsExactly(
                        "02-01 cancellation-notice", "02-05 cancellation-withdrawn", "02-07 cancellation-notice");
    }

    @Test
    void anUnpaidSubscriptionEndsInvoluntarily() {
        then("01-01", Kind.SUBSCRIPTION_STARTED, FIRST);
        then("02-01", Kind.PAYMENT_FAILED, FIRST);
        then("02-09", Kind.PAYMENT_RETRY_FAILED, FIRST);
        then("02-10", Kind.SUBSCRIPTION_CANCELLED, FIRST);

        assertThat(told()).containsExactly("02-10 cancellation-notice involuntary", "02-10 cancelled involuntary");
    }

    @Test
    void whoGaveNoticeAndThenDoesNotPayLeavesVoluntarily() {
        then("01-01", Kind.SUBSCRIPTION_STARTED, FIRST);
        then("01-20", Kind.CANCELLATION_SCHEDULED, FIRST);
        then("02-01", Kind.PAYMENT_FAILED, FIRST);
        then("02-10", Kind.SUBSCRIPTION_CANCELLED, FIRST);

        assertThat(told()).containsExactly("01-20 cancellation-notice", "02-10 cancelled");
    }

    @Test
    void whoPaidAfterAllLeavesVoluntarily() {
        then("01-01", Kind.SUBSCRIPTION_STARTED, FIRST);
        then("02-01", Kind.PAYMENT_FAILED, FIRST);
        then("02-03", Kind.PAYMENT_SUCCEEDED, FIRST);
        then("02-10", Kind.SUBSCRIPTION_CANCELLED, FIRST);

        assertThat(told()).containsExactly("02-03 payment", "02-10 cancellation-notice", "02-10 cancelled");
    }

    @Test
    void theSourcesOwnReasonDecides() {
        then("01-01", Kind.SUBSCRIPTION_STARTED, FIRST);
        then("02-01", Kind.PAYMENT_FAILED, FIRST);
        then(
                "02-10",
                Kind.SUBSCRIPTION_CANCELLED,
                Map.of("subscriptionId", "s1", "cancellationReason", "cancellation_requested"));
        then("03-01", Kind.SUBSCRIPTION_STARTED, SECOND);
        then("03-02", Kind.PAYMENT_SUCCEEDED, SECOND);
        then(
                "03-10",
                Kind.SUBSCRIPTION_CANCELLED,
                Map.of("subscriptionId", "s2", "cancellationReason", "payment_failed"));

        assertThat(told())
                .containsExactly(
                        "02-10 cancellation-notice",
                        "02-10 cancelled",
                        "03-02 payment",
                        "03-10 cancellation-notice involuntary",
                        "03-10 cancelled involuntary");
    }

    @Test
    void ofSeveralSubscriptionsTheLastOneDecides() {
        then("01-01", Kind.SUBSCRIPTION_STARTED, FIRST);
        then("01-02", Kind.SUBSCRIPTION_STARTED, SECOND);
        then("02-01", Kind.CANCELLATION_SCHEDULED, FIRST);
        assertThat(told()).isEmpty();

        then("02-10", Kind.CANCELLATION_SCHEDULED, SECOND);
        assertThat(told()).containsExactly("02-10 cancellation-notice");

        then("03-01", Kind.SUBSCRIPTION_CANCELLED, FIRST);
        then("03-02", Kind.SUBSCRIPTION_CANCELLED, SECOND);
        assertThat(told()).containsExactly("02-10 cancellation-notice", "03-02 cancelled");
    }

    @Test
    void oneOfTwoThatEndsWithoutTheOtherIsNoNotice() {
        then("01-01", Kind.SUBSCRIPTION_STARTED, FIRST);
        then("01-02", Kind.SUBSCRIPTION_STARTED, SECOND);
        then("02-01", Kind.SUBSCRIPTION_CANCELLED, FIRST);

        assertThat(told()).isEmpty();
    }

    @Test
    void anotherSubscriptionTakesANoticeBack() {
        then("01-01", Kind.SUBSCRIPTION_STARTED, FIRST);
        then("02-01", Kind.CANCELLATION_SCHEDULED, FIRST);
        then("02-05", Kind.SUBSCRIPTION_STARTED, SECOND);

        assertThat(told()).containsExactly("02-01 cancellation-notice", "02-05 cancellation-withdrawn");
    }

    /** Nothing is told of a return: it shows in the rows, which go on. */
    @Test
    void whoComesBackCanLeaveAgain() {
        then("01-01", Kind.SUBSCRIPTION_STARTED, FIRST);
        then("02-01", Kind.CANCELLATION_SCHEDULED, FIRST);
        then("02-28", Kind.SUBSCRIPTION_CANCELLED, FIRST);
        then("04-01", Kind.SUBSCRIPTION_STARTED, FIRST);
        then("05-01", Kind.CANCELLATION_SCHEDULED, FIRST);
        then("05-30", Kind.SUBSCRIPTION_CANCELLED, FIRST);

        assertThat(told())
                .containsExactly(
                        "02-01 cancellation-notice", "02-28 cancelled", "05-01 cancellation-notice", "05-30 cancelled");
    }

    @Test
    void moneyAndPlansAreTold() {
        story.apply(money("p", Kind.PAYMENT_SUCCEEDED, "2030-01-05T00:00", 4_900));
        story.apply(money("r", Kind.REFUNDED, "2030-01-06T00:00", 900));
        then("01-07", Kind.SUBSCRIPTION_UPGRADED, FIRST);
        then("01-08", Kind.SUBSCRIPTION_DOWNGRADED, FIRST);
        then("01-09", Kind.PAYMENT_FAILED, FIRST);

        assertThat(told())
                .containsExactly("01-05 payment 4900", "01-06 refund 900", "01-07 upgrade", "01-08 downgrade");
    }

    @Test
    void aLateEventIsToldWithItsOwnTimeAndARepeatedOneOnce() {
        CustomerEvent scheduled =
                Events.event("c", Kind.CANCELLATION_SCHEDULED, "", Events.at("2030-01-03T00:00"), FIRST);
        then("01-01", Kind.SUBSCRIPTION_STARTED, FIRST);
        story.apply(new Arrival(scheduled, Events.at("2030-01-05T00:00"), true));
        story.apply(new Arrival(scheduled, Events.at("2030-01-05T00:01"), true));

        assertThat(told()).containsExactly("01-03 cancellation-notice");
        assertThat(story.outcomes().get(0).at()).isEqualTo(Instant.parse("2030-01-03T00:00:00Z"));
    }

    @Test
    void aWithdrawalThatIsKnownBeforeWhatItWithdrawsHolds() {
        then("01-01", Kind.SUBSCRIPTION_STARTED, FIRST);
        then("01-05", Kind.CANCELLATION_WITHDRAWN, FIRST);
        CustomerEvent scheduled =
                Events.event("c", Kind.CANCELLATION_SCHEDULED, "", Events.at("2030-01-03T00:00"), FIRST);
        story.apply(new Arrival(scheduled, Events.at("2030-01-06T00:00"), true));

        assertThat(told()).isEmpty();
    }

    private void then(String day, Kind kind, Map<String, String> attributes) {
        story.then("2030-" + day + "T00:00", kind, "", attributes);
        story.restore();
    }

    private static CustomerEvent money(String id, Kind kind, String time, long amount) {
        return new CustomerEvent(
                id,
                Events.TENANT,
                Events.CUSTOMER,
                "u",
                kind,
                "",
                Instant.ofEpochMilli(Events.at(time)),
                amount,
                Map.of());
    }

    private List<String> told() {
        return story.outcomes().stream().map(CustomerOutcomeTest::brief).toList();
    }

    private static String brief(CustomerOutcome outcome) {
        return outcome.at().toString().substring(5, 10) + " "
                + outcome.outcome().text()
                + (outcome.involuntary() ? " involuntary" : "")
                + (outcome.amountCents() == 0 ? "" : " " + outcome.amountCents());
    }
}
