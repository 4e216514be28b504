package dev.latido.customer;

import static dev.latido.testing.Events.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Alert;
import dev.latido.event.Arrival;
import dev.latido.event.HealthComponents;
import dev.latido.event.HealthScore;
import dev.latido.event.Kind;
import dev.latido.rule.running.RuleSet;
import dev.latido.testing.CustomerStory;
import dev.latido.testing.Events;
import dev.latido.testing.ShippedPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerTest {

    /** Daily instant of {@code acme}: floorMod("acme".hashCode(), 86400) = 50746 seconds after midnight. */
    private static final String DAILY = "14:05:46";

    private final CustomerStory story = new CustomerStory();

    @Test
    void firstEvaluationIsPublishedWithoutPreviousBand() {
        story.then("2030-01-01T10:00", Kind.LOGIN);

        assertThat(story.scores())
                .containsExactly(new HealthScore(
                        1,
                        "default",
                        "acme",
                        Instant.ofEpochMilli(at("2030-01-01T10:00")),
                        41.4,
                        "onboarding",
                        null,
                        "none",
                        new HealthComponents(14.3, 0, 100, 100, 20.8),
                        List.of()));
        assertThat(story.customer().band()).isEqualTo("onboarding");
    }

    @Test
    void beforeAnyEventThereIsNoBandAndNothingToWakeFor() {
        assertThat(story.customer().band()).isEmpty();
        assertThat(story.customer().wakeAt()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void smallMovesArePublishedOnlyTogether() {
        story.then("2030-01-01T10:00", Kind.LOGIN);
        story.then("2030-01-01T10:05", Kind.LOGIN);
        assertThat(story.scores()).as("nothing moved").hasSize(1);

        story.then("2030-01-02T10:05", Kind.PAYMENT_RETRY_FAILED);
        assertThat(story.scores())
                .as("the session of five minutes is over: 41.4 to 46.4")
                .hasSize(2);
        assertThat(story.lastScore().score()).isEqualTo(46.4);
        assertThat(story.lastScore().at()).isEqualTo(Instant.ofEpochMilli(at("2030-01-01T" + DAILY)));
        assertThat(story.lastScore().previousBand()).isEqualTo("onboarding");
    }

    @Test
    void moveOfExactlyOnePointIsPublishedAndLessIsNot() {
        story.then("2030-01-01T10:00", Kind.NPS, "", Map.of("score", "1"));
        story.then("2030-01-01T10:01", Kind.NPS, "", Map.of("score", "4"));
        assertThat(story.scores()).as("0.9 points").hasSize(1);

        story.then("2030-01-01T10:02", Kind.NPS, "", Map.of("score", "4.4"));
        assertThat(story.scores()).as("1.0 points, 1.02 unrounded").hasSize(2);
    }

    @Test
    void paymentAtTheInstantOfTheFailureEndsTheSignalButNotTheLevel() {
        story.then("2030-01-01T09:00", Kind.PAYMENT_SUCCEEDED);
        story.then("2030-01-01T10:00", Kind.PAYMENT_FAILED);
        int before = story.scores().size();

        story.apply(new Arrival(
                Events.event("late", Kind.PAYMENT_SUCCEEDED, at("2030-01-01T10:00")), at("2030-01-01T10:01"), true));

        assertThat(story.scores()).hasSize(before + 1);
        assertThat(story.lastScore().level()).isEqualTo("immediate");
        assertThat(story.lastScore().signals()).isEmpty();
    }

    @Test
    void duplicateIsRefusedAndChangesNothing() {
        assertThat(story.apply(Events.event("a", Kind.PAYMENT_FAILED, at("2030-01-01T10:00"))))
                .isTrue();
        byte[] before = CustomerCodec.encode(story.customer());

        assertThat(story.apply(Events.event("a", Kind.LOGIN, at("2030-01-01T10:20"))))
                .isFalse();
        assertThat(CustomerCodec.encode(story.customer())).isEqualTo(before);
    }

    @Test
    void idOfAnActivityIsForgottenAfterAnHourAndIdOfALateEventIsRemembered() {
        story.apply(new Arrival(Events.event("a", Kind.LOGIN, at("2030-01-01T01:00")), at("2030-01-01T10:00"), true));

        assertThat(story.apply(Events.event("a", Kind.LOGIN, at("2030-01-01T11:00"))))
                .isFalse();
        assertThat(story.apply(Events.event("a", Kind.LOGIN, at("2030-01-01T11:00:00.001"))))
                .isTrue();
    }

    @Test
    void silentCustomerIsEvaluatedEveryDayAtItsOwnInstant() {
        story.then("2030-01-01T10:00", Kind.LOGIN);
        assertThat(story.customer().wakeAt()).isEqualTo(at("2030-01-01T" + DAILY));

        story.until("2030-01-01T" + DAILY);
        assertThat(story.customer().wakeAt()).isEqualTo(at("2030-01-02T" + DAILY));

        story.until("2030-01-20T00:00");
        assertThat(story.lastScore().signals())
                .containsExactly("inactivity", "low-adoption", "low-logins", "short-sessions");
        assertThat(story.lastScore().at()).isEqualTo(Instant.ofEpochMilli(at("2030-01-15T" + DAILY)));
    }

    @Test
    void firstEventAfterTheDailyInstantWaitsForTheNextDay() {
        story.then("2030-01-01T14:05:46.001", Kind.LOGIN);

        assertThat(story.customer().wakeAt()).isEqualTo(at("2030-01-02T" + DAILY));
    }

    @Test
    void eventAtTheDailyInstantComesFirst() {
        story.then("2030-01-01T" + DAILY, Kind.LOGIN);
        assertThat(story.customer().wakeAt()).isEqualTo(at("2030-01-01T" + DAILY));

        story.then("2030-01-08T" + DAILY, Kind.PAYMENT_SUCCEEDED);
        assertThat(story.customer().wakeAt()).isEqualTo(at("2030-01-08T" + DAILY));
        assertThat(story.lastScore().at()).isEqualTo(Instant.ofEpochMilli(at("2030-01-08T" + DAILY)));
    }

    @Test
    void negativeHashHasADailyInstantWithinTheDayToo() {
        String customer = "customer-with-negative-hash-5";
        assertThat(customer.hashCode()).isNegative();
        CustomerStory other = new CustomerStory(ShippedPolicy.POLICY, customer);
        other.then("2030-01-01T00:00", Kind.LOGIN);

        assertThat(other.customer().wakeAt() - at("2030-01-01T00:00"))
                .isEqualTo(Math.floorMod(customer.hashCode(), 86_400) * 1_000L);
    }

    @Test
    void customerIsDroppedAtTheFirstDailyInstantFourHundredDaysAfterTheLastEvent() {
        story.then("2030-01-01T09:00", Kind.LOGIN);
        story.then("2030-01-01T" + DAILY, Kind.LOGIN);
        int evaluated = story.findings().size();
        assertThat(evaluated).isPositive();

        story.until("2031-02-05T14:05:45.999");
        assertThat(story.isDropped()).isFalse();
        int before = story.findings().size();

        story.until("2031-02-05T" + DAILY);
        assertThat(story.isDropped()).isTrue();
        assertThat(story.findings()).as("instead of an evaluation").hasSize(before);
    }

    @Test
    void oneMillisecondMoreAndItIsDroppedADayLater() {
        story.then("2030-01-01T14:05:46.001", Kind.LOGIN);

        story.until("2031-02-06T14:05:45.999");
        assertThat(story.isDropped()).isFalse();
        story.until("2031-02-06T" + DAILY);
        assertThat(story.isDropped()).isTrue();
    }

    @Test
    void cancelledCustomerSleepsUntilRetention() {
        story.then("2030-01-01T09:00", Kind.SUBSCRIPTION_STARTED);
        story.then("2030-01-02T09:00", Kind.SUBSCRIPTION_CANCELLED);

        assertThat(story.lastScore().band()).isEqualTo("cancelled");
        assertThat(story.customer().wakeAt()).isEqualTo(at("2031-02-06T" + DAILY));

        int before = story.findings().size();
        story.until("2031-02-06T" + DAILY);
        assertThat(story.isDropped()).isTrue();
        assertThat(story.findings()).hasSize(before);
    }

    @Test
    void eventsOfACancelledCustomerAreEvaluatedAndPutRetentionOff() {
        story.then("2030-01-02T09:00", Kind.SUBSCRIPTION_CANCELLED);
        story.then("2030-01-20T09:00", Kind.PAYMENT_FAILED);

        assertThat(story.lastScore().at()).isEqualTo(Instant.ofEpochMilli(at("2030-01-20T09:00")));
        assertThat(story.lastScore().level()).isEqualTo("none");
        assertThat(story.lastScore().signals()).isEmpty();
        assertThat(story.customer().wakeAt()).isEqualTo(at("2031-02-24T" + DAILY));
    }

    @Test
    void cancelledFromTheFirstEventOnSleepsToo() {
        story.then("2030-01-02T09:00", Kind.SUBSCRIPTION_CANCELLED);

        assertThat(story.customer().band()).isEqualTo("cancelled");
        assertThat(story.customer().wakeAt()).isEqualTo(at("2031-02-06T" + DAILY));
    }

    @Test
    void customerThatComesBackIsEvaluatedDailyAgain() {
        story.then("2030-01-02T09:00", Kind.SUBSCRIPTION_CANCELLED);
        story.then("2030-03-01T" + DAILY, Kind.SUBSCRIPTION_STARTED);

        assertThat(story.customer().wakeAt()).isEqualTo(at("2030-03-01T" + DAILY));
        assertThat(story.lastScore().previousBand()).isEqualTo("cancelled");
        assertThat(story.lastScore().band()).isEqualTo("churned");
    }

    @Test
    void wakingTooEarlyDoesNothing() {
        story.then("2030-01-01T10:00", Kind.LOGIN);
        byte[] before = CustomerCodec.encode(story.customer());

        assertThat(story.customer().wake(at("2030-01-01T10:30"), new Regime(ShippedPolicy.POLICY, RuleSet.NONE), story))
                .isTrue();
        assertThat(CustomerCodec.encode(story.customer())).isEqualTo(before);
    }

    @Test
    void failedPaymentOpensAnAlertWithItsEvidence() {
        story.then("2030-01-01T09:00", Kind.PAYMENT_SUCCEEDED);
        story.then("2030-01-02T09:00", Kind.PAYMENT_FAILED);

        Alert alert = story.alerts().get(0);
        assertThat(story.alerts()).hasSize(1);
        assertThat(alert.severity()).isEqualTo("immediate");
        assertThat(alert.status()).isEqualTo("open");
        assertThat(alert.ruleId()).isEqualTo("health-level");
        assertThat(alert.title()).isEqualTo("acme needs attention today: payment failed");
        assertThat(alert.evidence())
                .isEqualTo(new Alert.Evidence(
                        36.5,
                        21.5,
                        new HealthComponents(0, 0, 100, 100, 15),
                        new HealthComponents(0, 0, 100, 0, 15),
                        List.of(new Alert.SignalReading("payment-delay", "openFailure", 1, 0)),
                        List.of("event-1"),
                        null,
                        null));
    }

    @Test
    void firstEvaluationHasNothingBefore() {
        story.then("2030-01-01T09:00", Kind.PAYMENT_FAILED);

        assertThat(story.alerts().get(0).evidence().scoreBefore()).isNull();
        assertThat(story.alerts().get(0).evidence().componentsBefore()).isNull();
    }

    @Test
    void paidFailureResolvesAfterTwoGoodDaysUnderTheSameId() {
        story.then("2030-01-01T09:00", Kind.PAYMENT_FAILED);
        story.until("2030-01-01T12:00");
        story.then("2030-01-01T15:00", Kind.PAYMENT_SUCCEEDED);
        story.until("2030-01-03T15:00");

        assertThat(story.alerts()).extracting(Alert::status).containsExactly("open", "resolved");
        assertThat(story.alerts()).extracting(Alert::severity).containsOnly("immediate");
        assertThat(story.alerts())
                .extracting(Alert::alertId)
                .hasSize(2)
                .containsOnly(story.alerts().get(0).alertId());
        assertThat(story.alerts().get(1).at()).isEqualTo(Instant.ofEpochMilli(at("2030-01-03T" + DAILY)));
        assertThat(story.alerts().get(1).evidence().eventIds()).containsExactly("event-1");
    }

    @Test
    void silenceOpensAnUrgentAlertOnTheSecondDay() {
        story.then("2030-01-01T10:00", Kind.LOGIN);
        story.until("2030-02-01T00:00");

        assertThat(story.alerts()).hasSize(1);
        Alert alert = story.alerts().get(0);
        assertThat(alert.severity()).isEqualTo("urgent");
        assertThat(alert.at())
                .as("onboarding ends on the 8th; the daily evaluations of the 8th and 9th are urgent")
                .isEqualTo(Instant.ofEpochMilli(at("2030-01-09T" + DAILY)));
        assertThat(alert.evidence().signals())
                .extracting(Alert.SignalReading::signal)
                .containsExactly("low-adoption", "low-logins", "short-sessions");
        assertThat(alert.evidence().eventIds()).as("time did it").isEmpty();
    }

    @Test
    void supportAlertNamesTheTickets() {
        story.then("2030-01-01T10:00", Kind.LOGIN);
        story.until("2030-01-08T00:00");
        for (int hour = 10; hour < 14; hour++) {
            story.then("2030-01-09T" + hour + ":40", Kind.TICKET_OPENED);
        }
        story.until("2030-01-09T14:00").then("2030-01-09T15:00", Kind.PAYMENT_FAILED);

        Alert raised = story.alerts().get(story.alerts().size() - 1);
        assertThat(raised.severity()).isEqualTo("immediate");
        assertThat(raised.evidence().eventIds()).containsExactly("event-1", "event-2", "event-3", "event-4", "event-5");
    }

    @Test
    void cancellationResolvesAtOnce() {
        story.then("2030-01-01T09:00", Kind.PAYMENT_FAILED);
        story.then("2030-01-01T09:30", Kind.SUBSCRIPTION_CANCELLED);

        Alert last = story.alerts().get(1);
        assertThat(last.status()).isEqualTo("resolved");
        assertThat(last.severity()).isEqualTo("immediate");
        assertThat(last.title()).isEqualTo("acme has cancelled: alert closed");
        assertThat(last.evidence().eventIds()).containsExactly("event-1");
    }

    @Test
    void steadyThreeSessionsAWeekDoNotFlutter() {
        long monday = at("2030-01-07T09:00");
        int ids = 0;
        for (int week = 0; week < 52; week++) {
            for (int day = 0; day < 5; day += 2) {
                long start = monday + (week * 7L + day) * 86_400_000;
                for (int minute = 0; minute <= 10; minute += 5) {
                    String feature = List.of("reports", "export", "api", "search", "forms", "import", "alerts")
                            .get(ids % 7);
                    story.apply(
                            Events.event("e" + ids++, Kind.FEATURE_USED, feature, start + minute * 60_000L, Map.of()));
                }
            }
        }
        assertThat(story.alerts()).isEmpty();
        assertThat(story.scores())
                .as("no level but none after onboarding")
                .allMatch(s -> s.level().equals("none"));
    }
}
