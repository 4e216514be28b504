package dev.latido.reference;

import static dev.latido.reference.Story.alerts;
import static dev.latido.reference.Story.at;
import static dev.latido.reference.Story.scores;
import static dev.latido.reference.Story.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.CustomerEvent;
import dev.latido.event.HealthComponents;
import dev.latido.event.HealthScore;
import dev.latido.event.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Small cases computed by hand from the contract. */
class ReferenceHealthTest {

    /** 0.30·14.286 + 0.25·0 + 0.20·100 + 0.15·100 + 0.10·20.833 = 41.369. */
    @Test
    void firstLoginOfACustomerGivesAnOnboardingScore() {
        HealthScore score = story().then(Kind.LOGIN, "01-01 10:00").lastScore();

        assertThat(score)
                .isEqualTo(new HealthScore(
                        1,
                        "t",
                        "a",
                        at("01-01 10:00"),
                        41.4,
                        "onboarding",
                        null,
                        "none",
                        new HealthComponents(14.3, 0, 100, 100, 20.8),
                        List.of()));
    }

    /**
     * The session leaves the 7 days on 8 January and the 30 days on 31 January; onboarding ends on 8 January 10:00 and
     * the 14 days of inactivity on 15 January 10:00, both between two daily evaluations.
     */
    @Test
    void silentCustomerDecaysDayByDay() {
        ReferenceResult result = story().then(Kind.LOGIN, "01-01 10:00").until("02-28 00:00");

        assertThat(scores(result))
                .containsExactly(
                        "01-01 10:00:00 41.4 onboarding none []",
                        "01-08 00:01:37 37.1 onboarding none []",
                        "01-09 00:01:37 37.1 churned urgent [low-adoption, low-logins, short-sessions]",
                        "01-16 00:01:37 37.1 churned urgent [inactivity, low-adoption, low-logins, short-sessions]",
                        "01-31 00:01:37 36.5 churned urgent [inactivity, low-adoption, low-logins]");
        assertThat(alerts(result)).containsExactly("01-10 00:01:37 urgent open");
    }

    @Test
    void runEndsAtItsEndInclusive() {
        Story story = story().then(Kind.LOGIN, "01-01 10:00");

        assertThat(story.until("01-08 00:01:37").scores()).hasSize(2);
        assertThat(story.until("01-08 00:01:36.999").scores()).hasSize(1);
        assertThat(story.until("01-01 09:00").scores()).hasSize(1);
    }

    @Test
    void gapOfThirtyMinutesKeepsASessionAndALongerOneClosesIt() {
        Story together = story().then(Kind.LOGIN, "01-01 10:00").then(Kind.LOGIN, "01-01 10:30");
        Story apart = story().then(Kind.LOGIN, "01-01 10:00").then(Kind.LOGIN, "01-01 10:30:00.001");

        assertThat(together.lastScore().components().usage()).isEqualTo(14.3);
        assertThat(apart.lastScore().components().usage()).isEqualTo(28.6);
    }

    /** One session of 15 minutes: 50/3.5 alone while open, and 50 more when closed by time, which is not at its end. */
    @Test
    void sessionCountsForTheMeanOnceMoreThanThirtyMinutesHavePassed() {
        Story story = story().then(Kind.LOGIN, "01-01 10:00").then(Kind.LOGIN, "01-01 10:15");

        assertThat(story.then(Kind.TICKET_CLOSED, "01-01 10:45")
                        .lastScore()
                        .components()
                        .usage())
                .isEqualTo(14.3);
        assertThat(story.then(Kind.TICKET_CLOSED, "01-01 10:45:00.001")
                        .lastScore()
                        .components()
                        .usage())
                .isEqualTo(64.3);
    }

    /** Two of four features: 100·0.5/0.75; the name that the catalogue does not know is not a third. */
    @Test
    void adoptionCountsDistinctFeaturesOfTheCatalogue() {
        HealthScore score = story().then(Kind.FEATURE_USED, "01-01 10:00", "f1")
                .then(Kind.FEATURE_USED, "01-01 10:01", "f2")
                .then(Kind.FEATURE_USED, "01-01 10:02", "f2")
                .then(Kind.FEATURE_USED, "01-01 10:03", "F3")
                .then(Kind.PAGE_VIEW, "01-01 10:04", "f4")
                .lastScore();

        assertThat(score.components().adoption()).isEqualTo(66.7);
    }

    @Test
    void failureIsClosedByAPaymentAtTheSameInstantButStaysImmediate() {
        ReferenceResult result = story().then(Kind.PAYMENT_FAILED, "01-01 10:00")
                .then(Kind.PAYMENT_SUCCEEDED, "01-01 10:00")
                .then(Kind.PAYMENT_SUCCEEDED, "01-01 10:00:00.001")
                .told();

        // support 20, engagement 1.5; payment 0, then 0.15·80
        assertThat(scores(result))
                .containsExactly(
                        "01-01 10:00:00 21.5 onboarding immediate [payment-delay]",
                        "01-01 10:00:00 33.5 onboarding immediate []",
                        "01-01 10:00:00.001 33.5 onboarding none []");
        assertThat(alerts(result)).containsExactly("01-01 10:00:00 immediate open");
    }

    @Test
    void failureIsImmediateForLessThan24Hours() {
        Story story = story().then(Kind.PAYMENT_FAILED, "01-01 10:00");

        assertThat(scores(story.then(Kind.TICKET_CLOSED, "01-02 09:59:59.999").told()))
                .hasSize(1);
        assertThat(story.then(Kind.TICKET_CLOSED, "01-02 10:00").lastScore().level())
                .isEqualTo("monitor");
    }

    @Test
    void retryOfAFailedPaymentDoesNotMatterAndAnOverdueInvoiceDoes() {
        assertThat(story().then(Kind.PAYMENT_RETRY_FAILED, "01-01 10:00")
                        .lastScore()
                        .components()
                        .payment())
                .isEqualTo(100);
        assertThat(scores(story().then(Kind.INVOICE_OVERDUE, "01-01 10:00").told()))
                .containsExactly("01-01 10:00:00 21.5 onboarding monitor [payment-delay]");
    }

    /** CSAT 3 of 4 is 7.5: engagement 3·7.5; the late NPS is older and does not count against it. */
    @Test
    void latestSatisfactionByItsOwnTimeCounts() {
        HealthScore score = story().then(Kind.CSAT, "01-10 10:00", Map.of("score", "3", "scale", "4"))
                .then(Kind.NPS, "01-09 10:00", Map.of("score", "1"))
                .lastScore();

        assertThat(score.components().engagement()).isEqualTo(22.5);
    }

    @Test
    void eventIsLateWhenMoreThanTheBoundBehindTheHighestTimeOfItsInput() {
        ReferenceResult result = story().then(Kind.LOGIN, "01-01 10:00:10")
                .then(Kind.LOGIN, "01-01 10:00:05")
                .then(Kind.LOGIN, "01-01 10:00:04.999")
                .told();

        assertThat(result.applied()).isEqualTo(2);
        assertThat(result.lateEvents()).extracting(CustomerEvent::eventId).containsExactly("e00002");
        assertThat(result.scores().get(0).at()).isEqualTo(at("01-01 10:00:05"));
    }

    /** The second event is told last but applied between the others, at 5 January 10:00, too little to be emitted. */
    @Test
    void lateActivityCountsInItsOwnDayAndInNoSession() {
        HealthScore last = story().then(Kind.LOGIN, "01-05 10:00")
                .then(Kind.LOGIN, "01-04 10:00")
                .then(Kind.TICKET_OPENED, "01-05 10:00")
                .lastScore();

        assertThat(last.components().usage()).isEqualTo(14.3);
        assertThat(last.components().engagement()).isEqualTo(26.7);
    }

    @Test
    void lateEventIsEvaluatedAtTheHighestTimeReadBeforeIt() {
        ReferenceResult result = story().then(Kind.LOGIN, "01-05 10:00")
                .then(Kind.PAYMENT_FAILED, "01-05 09:00")
                .then(Kind.PAYMENT_FAILED, "01-03 09:00")
                .told();

        assertThat(scores(result).get(1)).startsWith("01-05 10:00:00").contains("immediate");
        assertThat(result.scores()).hasSize(2);
        assertThat(result.late()).isEqualTo(2);
    }

    @Test
    void activityIdIsKnownForAnHourAndForThe256Latest() {
        assertThat(story().with("x", Kind.LOGIN, "01-01 10:00")
                        .with("x", Kind.LOGIN, "01-01 11:00")
                        .told()
                        .duplicates())
                .isEqualTo(1);
        assertThat(story().with("x", Kind.LOGIN, "01-01 10:00")
                        .with("x", Kind.LOGIN, "01-01 11:00:00.001")
                        .told()
                        .duplicates())
                .isZero();
        assertThat(crowdBetween(255).duplicates()).isEqualTo(1);
        assertThat(crowdBetween(256).duplicates()).isZero();
    }

    private static ReferenceResult crowdBetween(int others) {
        Story story = story().with("x", Kind.LOGIN, "01-01 10:00");
        for (int i = 0; i < others; i++) {
            story.then(Kind.LOGIN, "01-01 10:01");
        }
        return story.with("x", Kind.LOGIN, "01-01 10:02").told();
    }

    @Test
    void otherIdIsKnownForSevenDaysAndForThe64Latest() {
        Story story = story().with("x", Kind.PAYMENT_SUCCEEDED, "01-01 10:00");

        assertThat(story.with("x", Kind.PAYMENT_SUCCEEDED, "01-08 10:00").told().duplicates())
                .isEqualTo(1);
        // Had the duplicate renewed the memory, this one would be dropped too.
        assertThat(story.with("x", Kind.PAYMENT_SUCCEEDED, "01-08 10:00:00.001")
                        .told()
                        .duplicates())
                .isEqualTo(1);

        Story many = story().with("x", Kind.TICKET_OPENED, "01-01 10:00");
        for (int i = 0; i < 64; i++) {
            many.then(Kind.TICKET_CLOSED, "01-01 10:01");
        }
        assertThat(many.with("x", Kind.TICKET_OPENED, "01-01 10:02").told().duplicates())
                .isZero();
    }

    @Test
    void customerIsCancelledWhileNoKnownSubscriptionIsActive() {
        ReferenceResult result = story().then(Kind.SUBSCRIPTION_STARTED, "01-01 10:00", Map.of("subscriptionId", "one"))
                .then(Kind.SUBSCRIPTION_STARTED, "01-01 10:01", Map.of("subscriptionId", "two"))
                .then(Kind.PAYMENT_FAILED, "01-20 10:00")
                .then(Kind.SUBSCRIPTION_CANCELLED, "01-20 10:01", Map.of("subscriptionId", "one"))
                .then(Kind.SUBSCRIPTION_CANCELLED, "01-20 10:02", Map.of("subscriptionId", "two"))
                .then(Kind.SUBSCRIPTION_UPGRADED, "01-24 10:00", Map.of("subscriptionId", "two"))
                .until("01-26 12:00");

        assertThat(scores(result))
                .containsExactly(
                        "01-01 10:00:00 36.5 onboarding none []",
                        "01-09 00:01:37 36.5 churned urgent [low-adoption, low-logins]",
                        "01-16 00:01:37 36.5 churned urgent [inactivity, low-adoption, low-logins]",
                        "01-20 10:00:00 21.5 churned immediate [inactivity, low-adoption, low-logins, payment-delay]",
                        "01-20 10:02:00 21.5 cancelled none []",
                        "01-24 10:00:00 21.5 churned urgent [inactivity, low-adoption, low-logins, payment-delay]");
        assertThat(alerts(result))
                .containsExactly(
                        "01-10 00:01:37 urgent open",
                        "01-20 10:00:00 immediate open",
                        "01-20 10:02:00 immediate resolved",
                        "01-26 00:01:37 urgent open");
    }

    @Test
    void customerSilentFor400DaysIsForgottenAndBeginsAnew() {
        Instant first = at("01-01 00:01:37");
        Instant back = first.plus(Duration.ofDays(400));
        Story soon = story().add("1", Kind.LOGIN, first, "", Map.of()).add("2", Kind.LOGIN, back, "", Map.of());
        Story later = story().add("1", Kind.LOGIN, first, "", Map.of())
                .add("2", Kind.LOGIN, back.plusMillis(1), "", Map.of());

        assertThat(soon.lastScore().previousBand()).isEqualTo("churned");
        assertThat(later.lastScore().previousBand()).isNull();
        assertThat(later.lastScore().band()).isEqualTo("onboarding");
    }

    /** Two logins a day of 20 minutes and all features: healthy, so that the level is none from the payment on. */
    @Test
    void alertIsResolvedAfterTwoCalmDailyEvaluations() {
        Story story = story();
        for (int day = 1; day <= 12; day++) {
            for (int feature = 1; feature <= 4; feature++) {
                story.then(Kind.FEATURE_USED, "01-%02d 10:%02d".formatted(day, feature * 5), "f" + feature);
            }
            if (day == 10) {
                story.then(Kind.PAYMENT_FAILED, "01-10 11:00");
            }
            if (day == 11) {
                story.then(Kind.PAYMENT_SUCCEEDED, "01-11 11:00");
            }
        }

        assertThat(alerts(story.until("01-14 00:00")))
                .containsExactly("01-10 11:00:00 immediate open", "01-13 00:01:37 immediate resolved");
    }

    @Test
    void alertRisesUnderTheSameNameAndIsResolvedByCancellation() {
        ReferenceResult result = story().then(Kind.SUBSCRIPTION_STARTED, "01-01 10:00")
                .then(Kind.PAYMENT_FAILED, "01-12 10:00")
                .then(Kind.SUBSCRIPTION_CANCELLED, "01-12 11:00")
                .told();

        assertThat(alerts(result))
                .containsExactly(
                        "01-10 00:01:37 urgent open",
                        "01-12 10:00:00 immediate open",
                        "01-12 11:00:00 immediate resolved");
    }

    @Test
    void moreThan32SubscriptionsForgetTheOneOfTheEarliestChange() {
        Story story = story().then(Kind.SUBSCRIPTION_STARTED, "01-01 10:00", Map.of("subscriptionId", "first"));
        for (int i = 0; i < 31; i++) {
            story.then(Kind.SUBSCRIPTION_CANCELLED, "01-01 11:%02d".formatted(i), Map.of("subscriptionId", "s" + i));
        }
        assertThat(story.lastScore().band()).isEqualTo("onboarding");

        story.then(Kind.SUBSCRIPTION_CANCELLED, "01-01 12:00", Map.of("subscriptionId", "last"));
        assertThat(story.lastScore().band()).isEqualTo("cancelled");
    }
}
