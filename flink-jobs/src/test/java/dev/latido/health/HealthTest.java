package dev.latido.health;

import static dev.latido.testing.Events.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Kind;
import dev.latido.event.Level;
import dev.latido.testing.Events;
import dev.latido.testing.ShippedPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final HealthConfig CONFIG = ShippedPolicy.POLICY.health();

    private final Health health = new Health();
    private int ids;

    @Test
    void aPauseOfExactlyThirtyMinutesGoesOnInTheSameSession() {
        activity("ada", "2030-01-01T10:00");
        activity("ada", "2030-01-01T10:30");
        activity("ada", "2030-01-01T11:00");

        assertThat(seen("2030-01-01T11:30").sessions7).isEqualTo(1);
        assertThat(seen("2030-01-01T11:30").averageMinutes30).isNaN();
        assertThat(seen("2030-01-01T11:30:00.001").averageMinutes30).isEqualTo(60);
    }

    @Test
    void aLongerPauseEndsTheSession() {
        activity("ada", "2030-01-01T10:00");
        activity("ada", "2030-01-01T10:20");
        activity("ada", "2030-01-01T10:50:00.001");

        assertThat(seen("2030-01-01T11:00").sessions7).isEqualTo(2);
        assertThat(seen("2030-01-01T11:00").averageMinutes30).isEqualTo(20);
    }

    @Test
    void everyUserHasSessionsOfTheirOwn() {
        activity("ada", "2030-01-01T10:00");
        activity("bob", "2030-01-01T10:00");
        activity("ada", "2030-01-01T10:10");
        activity("bob", "2030-01-01T10:20");

        assertThat(seen("2030-01-01T12:00").sessions7).isEqualTo(2);
        assertThat(seen("2030-01-01T12:00").averageMinutes30).isEqualTo(15);
    }

    @Test
    void sessionBelongsToTheDayOfItsFirstEvent() {
        activity("ada", "2030-01-01T23:50");
        activity("ada", "2030-01-02T00:10");

        assertThat(seen("2030-01-07T23:59").sessions7).isEqualTo(1);
        assertThat(seen("2030-01-08T00:00").sessions7).isZero();
        assertThat(seen("2030-01-30T23:59").averageMinutes30).isEqualTo(20);
        assertThat(seen("2030-01-31T00:00").averageMinutes30).isNaN();
    }

    @Test
    void oneSessionTooManyClosesTheLongestIdleOneWithItsLengthSoFar() {
        HealthConfig two = new HealthConfig(withMaxOpenSessions(2), CONFIG.catalogue());
        apply("ada", Kind.LOGIN, "", "2030-01-01T10:00", two);
        apply("bob", Kind.LOGIN, "", "2030-01-01T10:01", two);
        apply("ada", Kind.LOGIN, "", "2030-01-01T10:06", two);
        apply("cyd", Kind.LOGIN, "", "2030-01-01T10:07", two);
        apply("dan", Kind.LOGIN, "", "2030-01-01T10:08", two);

        Assessment found = new Assessment();
        health.assess(at("2030-01-01T10:08"), two, found);

        assertThat(found.sessions7).isEqualTo(4);
        assertThat(found.averageMinutes30).as("bob's 0 and ada's 6 minutes").isEqualTo(3);
    }

    @Test
    void activeDaysAreDaysAndNotEvents() {
        activity("ada", "2030-01-01T10:00");
        activity("bob", "2030-01-01T23:59:59.999");
        activity("ada", "2030-01-02T00:00");

        assertThat(seen("2030-01-02T10:00").activeDays30).isEqualTo(2);
        assertThat(seen("2030-01-30T10:00").activeDays30).isEqualTo(2);
        assertThat(seen("2030-01-31T10:00").activeDays30).isEqualTo(1);
        assertThat(seen("2030-02-01T10:00").activeDays30).isZero();
    }

    @Test
    void adoptionCountsFeaturesOfTheCatalogueOnce() {
        apply("ada", Kind.FEATURE_USED, "reports", "2030-01-01T10:00", CONFIG);
        apply("ada", Kind.FEATURE_USED, "reports", "2030-01-02T10:00", CONFIG);
        apply("bob", Kind.FEATURE_USED, "export", "2030-01-01T10:00", CONFIG);
        apply("bob", Kind.FEATURE_USED, "Reports", "2030-01-02T10:00", CONFIG);
        apply("bob", Kind.FEATURE_USED, "no such feature", "2030-01-02T10:00", CONFIG);
        apply("bob", Kind.PAGE_VIEW, "search", "2030-01-02T10:00", CONFIG);

        assertThat(seen("2030-01-30T10:00").adoption30).isEqualTo(2 / 20.0);
        assertThat(seen("2030-01-31T10:00").adoption30).isEqualTo(1 / 20.0);
        assertThat(seen("2030-02-01T10:00").adoption30).isZero();
    }

    @Test
    void featureThatLeavesTheCatalogueNoLongerCounts() {
        apply("ada", Kind.FEATURE_USED, "reports", "2030-01-01T10:00", CONFIG);
        apply("ada", Kind.FEATURE_USED, "export", "2030-01-01T10:00", CONFIG);
        HealthConfig smaller = new HealthConfig(CONFIG.scorecard(), new Catalogue(List.of("reports", "search")));

        Assessment found = new Assessment();
        health.assess(at("2030-01-02T10:00"), smaller, found);

        assertThat(found.adoption30).isEqualTo(0.5);
    }

    @Test
    void ticketsCountForThirtyDays() {
        billing("2030-01-01T10:00", Kind.TICKET_OPENED);
        billing("2030-01-01T10:00", Kind.TICKET_OPENED);
        billing("2030-01-02T10:00", Kind.TICKET_CLOSED);

        assertThat(seen("2030-01-30T23:59:59.999").tickets30).isEqualTo(2);
        assertThat(seen("2030-01-31T00:00").tickets30).isZero();
    }

    @Test
    void failuresCountForNinetyDaysAndRetriesNever() {
        billing("2030-01-01T10:00", Kind.PAYMENT_FAILED);
        billing("2030-01-01T11:00", Kind.PAYMENT_RETRY_FAILED);
        billing("2030-01-01T12:00", Kind.INVOICE_OVERDUE);
        billing("2030-01-01T13:00", Kind.PAYMENT_SUCCEEDED);

        assertThat(seen("2030-03-31T23:59").failures90).isEqualTo(2);
        assertThat(seen("2030-04-01T00:00").failures90).isZero();
    }

    @Test
    void failureIsOpenUntilALaterSuccess() {
        billing("2030-01-01T10:00", Kind.PAYMENT_SUCCEEDED);
        assertThat(seen("2030-01-01T10:00").openFailure).isFalse();

        billing("2030-01-01T10:00", Kind.INVOICE_OVERDUE);
        assertThat(seen("2030-01-01T10:00").openFailure)
                .as("at the same instant")
                .isFalse();

        billing("2030-01-01T10:00:00.001", Kind.INVOICE_OVERDUE);
        assertThat(seen("2031-01-01T10:00").openFailure)
                .as("long after 90 days")
                .isTrue();

        billing("2031-01-01T10:00", Kind.PAYMENT_SUCCEEDED);
        assertThat(seen("2031-01-01T10:00").openFailure).isFalse();
    }

    @Test
    void failureWithoutAnySuccessIsOpen() {
        billing("2030-01-01T10:00", Kind.PAYMENT_FAILED);

        assertThat(seen("2030-01-01T10:00").openFailure).isTrue();
    }

    @Test
    void failureIsImmediateForLessThanTwentyFourHours() {
        billing("2030-01-01T10:00", Kind.PAYMENT_FAILED);

        assertThat(seen("2030-01-02T09:59:59.999").level).isEqualTo(Level.IMMEDIATE);
        assertThat(seen("2030-01-02T10:00").level).isEqualTo(Level.MONITOR);
    }

    @Test
    void onlyALaterSuccessEndsImmediate() {
        billing("2030-01-01T10:00", Kind.PAYMENT_FAILED);
        late("2030-01-01T09:00", "2030-01-01T11:00", Kind.PAYMENT_SUCCEEDED);
        late("2030-01-01T10:00", "2030-01-01T11:00", Kind.PAYMENT_SUCCEEDED);
        assertThat(seen("2030-01-01T11:00").level).isEqualTo(Level.IMMEDIATE);
        assertThat(seen("2030-01-01T11:00").openFailure).isFalse();

        late("2030-01-01T10:00:00.001", "2030-01-01T11:00", Kind.PAYMENT_SUCCEEDED);
        assertThat(seen("2030-01-01T11:00").level).isEqualTo(Level.NONE);
    }

    @Test
    void overdueInvoiceIsNotImmediate() {
        billing("2030-01-01T10:00", Kind.INVOICE_OVERDUE);

        assertThat(seen("2030-01-01T10:00").level).isEqualTo(Level.MONITOR);
    }

    @Test
    void satisfactionIsTheLatestAnswerOfNinetyDays() {
        answer(Kind.NPS, "2030-01-02T10:00", Map.of("score", "9"));
        late("2030-01-01T10:00", "2030-01-03T10:00", Kind.NPS, Map.of("score", "1"));
        assertThat(seen("2030-04-01T23:59").satisfaction).isEqualTo(9);
        assertThat(seen("2030-04-02T00:00").satisfaction).isNaN();

        answer(Kind.CSAT, "2030-01-02T10:00", Map.of("score", "3"));
        assertThat(seen("2030-01-03T10:00").satisfaction)
                .as("of two at the same instant the one applied later")
                .isEqualTo(6);
    }

    @Test
    void inactivityIsMoreThanFourteenDaysAfterTheLastActivity() {
        activity("ada", "2030-01-01T10:00");
        activity("ada", "2030-01-10T10:00");
        late("2030-01-05T10:00", "2030-01-12T10:00", Kind.LOGIN);

        assertThat(Signal.INACTIVITY.isIn(seen("2030-01-24T10:00").signals)).isFalse();
        assertThat(Signal.INACTIVITY.isIn(seen("2030-01-24T10:00:00.001").signals))
                .isTrue();
    }

    @Test
    void withoutActivityInactivityCountsFromTheFirstEvent() {
        late("2029-12-01T10:00", "2030-01-01T10:00", Kind.TICKET_OPENED);
        billing("2030-01-14T10:00", Kind.TICKET_OPENED);

        assertThat(Signal.INACTIVITY.isIn(seen("2030-01-15T10:00").signals)).isFalse();
        assertThat(Signal.INACTIVITY.isIn(seen("2030-01-15T10:00:00.001").signals))
                .isTrue();
    }

    @Test
    void onboardingEndsExactlySevenDaysAfterTheFirstPlace() {
        late("2029-12-01T10:00", "2030-01-01T10:00", Kind.LOGIN);

        assertThat(seen("2030-01-08T09:59:59.999").band).isEqualTo(Band.ONBOARDING);
        assertThat(seen("2030-01-08T10:00").band).isEqualTo(Band.CHURNED);
    }

    @Test
    void lateActivityCountsOnItsOwnDayAndInNoSession() {
        activity("ada", "2030-01-10T10:00");
        late("2030-01-08T10:00", "2030-01-10T10:05", Kind.LOGIN);
        late("2029-12-11T23:59", "2030-01-10T10:05", Kind.LOGIN);

        Assessment found = seen("2030-01-10T10:05");

        assertThat(found.activeDays30).as("the third lies before the window").isEqualTo(2);
        assertThat(found.sessions7).isEqualTo(1);
        assertThat(found.idleMillis).isEqualTo(5 * 60_000);
    }

    @Test
    void customerIsCancelledWhenSomeEndedAndNoneIsActive() {
        activity("ada", "2030-01-01T10:00");
        assertThat(seen("2030-01-01T10:00").cancelled).isFalse();

        subscription("2030-01-02T10:00", Kind.SUBSCRIPTION_STARTED, "a");
        subscription("2030-01-02T10:00", Kind.SUBSCRIPTION_UPGRADED, "b");
        subscription("2030-01-03T10:00", Kind.SUBSCRIPTION_CANCELLED, "a");
        assertThat(seen("2030-01-03T10:00").cancelled).isFalse();

        subscription("2030-01-04T10:00", Kind.SUBSCRIPTION_CANCELLED, "b");
        assertThat(seen("2030-01-04T10:00").cancelled).isTrue();

        subscription("2030-01-05T10:00", Kind.SUBSCRIPTION_DOWNGRADED, "a");
        assertThat(seen("2030-01-05T10:00").cancelled).isFalse();
    }

    @Test
    void subscriptionGoesByItsLatestEventAndNotByTheLastToArrive() {
        subscription("2030-01-05T10:00", Kind.SUBSCRIPTION_CANCELLED, "a");
        lateSubscription("2030-01-04T10:00", Kind.SUBSCRIPTION_STARTED, "a");
        assertThat(seen("2030-01-06T10:00").cancelled).isTrue();

        lateSubscription("2030-01-05T10:00", Kind.SUBSCRIPTION_STARTED, "a");
        assertThat(seen("2030-01-06T10:00").cancelled)
                .as("at the same instant the later applied wins")
                .isFalse();
    }

    @Test
    void eventsWithoutSubscriptionIdAreOneSubscription() {
        billing("2030-01-01T10:00", Kind.SUBSCRIPTION_STARTED);
        billing("2030-01-02T10:00", Kind.SUBSCRIPTION_CANCELLED);

        assertThat(seen("2030-01-02T10:00").cancelled).isTrue();
    }

    @Test
    void aScheduledCancellationChangesNothing() {
        billing("2030-01-01T10:00", Kind.SUBSCRIPTION_STARTED);
        billing("2030-01-02T10:00", Kind.CANCELLATION_SCHEDULED);

        assertThat(seen("2030-01-02T10:00").cancelled).isFalse();
    }

    @Test
    void ofThirtyThreeSubscriptionsTheOneHeardOfLongestAgoIsForgotten() {
        for (int i = 0; i < 32; i++) {
            subscription(
                    "2030-01-01T10:" + (10 + i),
                    i == 0 ? Kind.SUBSCRIPTION_STARTED : Kind.SUBSCRIPTION_CANCELLED,
                    "s" + i);
        }
        assertThat(seen("2030-01-02T10:00").cancelled).as("s0 is active").isFalse();

        lateSubscription("2029-12-31T10:00", Kind.SUBSCRIPTION_STARTED, "older than all");
        assertThat(seen("2030-01-02T10:00").cancelled).as("s0 is still there").isFalse();

        subscription("2030-01-02T11:00", Kind.SUBSCRIPTION_CANCELLED, "s32");
        assertThat(seen("2030-01-02T11:00").cancelled).as("s0 is gone").isTrue();
    }

    private void activity(String user, String time) {
        apply(user, Kind.PAGE_VIEW, "", time, CONFIG);
    }

    private void apply(String user, Kind kind, String name, String time, HealthConfig config) {
        health.apply(Events.event("event-" + ids++, user, kind, name, at(time), Map.of()), at(time), false, config);
    }

    private void billing(String time, Kind kind) {
        answer(kind, time, Map.of());
    }

    private void answer(Kind kind, String time, Map<String, String> attributes) {
        health.apply(Events.event("event-" + ids++, kind, "", at(time), attributes), at(time), false, CONFIG);
    }

    private void late(String time, String place, Kind kind) {
        late(time, place, kind, Map.of());
    }

    private void late(String time, String place, Kind kind, Map<String, String> attributes) {
        health.apply(Events.event("event-" + ids++, kind, "", at(time), attributes), at(place), true, CONFIG);
    }

    private void subscription(String time, Kind kind, String id) {
        answer(kind, time, Map.of("subscriptionId", id));
    }

    private void lateSubscription(String time, Kind kind, String id) {
        late(time, "2030-01-06T09:00", kind, Map.of("subscriptionId", id));
    }

    private Assessment seen(String time) {
        Assessment found = new Assessment();
        health.assess(at(time), CONFIG, found);
        return found;
    }

    private static Scorecard withMaxOpenSessions(int most) {
        Scorecard card = CONFIG.scorecard();
        return new Scorecard(
                card.weights(),
                card.usage(),
                card.adoption(),
                card.support(),
                card.payment(),
                card.engagement(),
                card.bands(),
                card.signals(),
                card.levels(),
                card.sessionGapMinutes(),
                most,
                card.maxSubscriptions(),
                card.onboardingDays(),
                card.retentionDays(),
                card.emitStep());
    }
}
