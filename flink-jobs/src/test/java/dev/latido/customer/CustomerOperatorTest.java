package dev.latido.customer;

import static dev.latido.testing.TestEvents.arrival;
import static dev.latido.testing.TestEvents.event;
import static dev.latido.testing.TestEvents.millis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Alert;
import dev.latido.event.Arrival;
import dev.latido.event.Erasure;
import dev.latido.event.Forgotten;
import dev.latido.event.HealthScore;
import dev.latido.event.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerOperatorTest {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private CustomerHarness harness;

    @BeforeEach
    void open() throws Exception {
        harness = CustomerHarness.replay(1000);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void nothingIsAppliedBeforeTheWatermarkHasPassedIt() throws Exception {
        harness.process(arrival(event("ada", Kind.LOGIN, "2025-01-01T10:00:00Z", "e1")));
        harness.watermark(millis("2025-01-01T09:59:59.999Z"));

        assertThat(harness.scores()).isEmpty();

        harness.watermark(millis("2025-01-01T10:00:00Z"));

        assertThat(harness.scores()).extracting(HealthScore::at).containsExactly(Instant.parse("2025-01-01T10:00:00Z"));
    }

    @Test
    void eventsAreAppliedInTheOrderOfTimeNotOfArrival() throws Exception {
        harness.process(arrival(event("ada", Kind.PAYMENT_SUCCEEDED, "2025-01-01T10:00:02Z", "e2")));
        harness.process(arrival(event("ada", Kind.PAYMENT_FAILED, "2025-01-01T10:00:01Z", "e1")));
        harness.watermark(millis("2025-01-01T10:00:05Z"));

        assertThat(harness.scores()).extracting(HealthScore::level).containsExactly("immediate", "none");
    }

    @Test
    void anEventAtADailyInstantComesBeforeTheEvaluationOfThatInstant() throws Exception {
        long daily = millis("2025-01-10T00:00:00Z") + Math.floorMod("ada".hashCode(), 86_400) * 1000L;
        harness.process(arrival(event("ada", Kind.LOGIN, "2025-01-01T10:00:00Z", "e1")));
        harness.process(arrival(
                event("ada", Kind.PAYMENT_FAILED, Instant.ofEpochMilli(daily).toString(), "e2")));
        harness.watermark(daily);

        assertThat(harness.scores())
                .filteredOn(score -> score.at().toEpochMilli() == daily)
                .extracting(HealthScore::level)
                .startsWith("immediate");
    }

    @Test
    void aFailedPaymentOpensAnAlertAtOnce() throws Exception {
        harness.process(arrival(event("ada", Kind.PAYMENT_FAILED, "2025-01-01T10:00:00Z", "e1")));
        harness.watermark(millis("2025-01-01T10:00:00Z"));

        assertThat(harness.alerts()).extracting(Alert::severity).containsExactly("immediate");
    }

    @Test
    void aSilentCustomerIsEvaluatedEveryDay() throws Exception {
        harness.process(arrival(event("ada", Kind.LOGIN, "2025-01-01T10:00:00Z", "e1")));
        harness.watermark(millis("2025-02-01T00:00:00Z"));

        assertThat(harness.scores()).extracting(HealthScore::level).contains("urgent");
        assertThat(harness.alerts()).extracting(Alert::severity).containsExactly("urgent");
    }

    @Test
    void theEndOfInputAppliesWhatWaitsAndFiresNothingBeyond() throws Exception {
        harness.process(arrival(event("ada", Kind.LOGIN, "2025-01-01T10:00:00Z", "e1")));
        harness.endOfInput();

        assertThat(harness.scores()).hasSize(1);
        assertThat(harness.timers()).isEqualTo(1);
    }

    @Test
    void aLateEventIsPublishedAndEvaluatedAtItsPlace() throws Exception {
        Arrival late = new Arrival(
                event("ada", Kind.PAYMENT_FAILED, "2025-01-01T08:00:00Z", "e1"), millis("2025-01-01T10:00:00Z"), true);
        harness.process(late);
        harness.watermark(millis("2025-01-01T10:00:00Z"));

        assertThat(harness.lateEvents()).containsExactly(late.event());
        assertThat(harness.scores()).extracting(HealthScore::at).containsExactly(Instant.parse("2025-01-01T10:00:00Z"));
    }

    @Test
    void aRepeatedEventIsDropped() throws Exception {
        Arrival failed = arrival(event("ada", Kind.PAYMENT_FAILED, "2025-01-01T10:00:00Z", "e1"));
        harness.process(failed);
        harness.process(failed);
        harness.watermark(millis("2025-01-01T10:00:00Z"));

        assertThat(harness.scores()).hasSize(1);
        assertThat(harness.scores().get(0).components().payment()).isZero();
    }

    @Test
    void nothingIsLeftOfACustomerWhoHasBeenSilentFor400Days() throws Exception {
        harness.process(arrival(event("ada", Kind.LOGIN, "2025-01-01T10:00:00Z", "e1")));
        harness.watermark(millis("2025-01-01T10:00:00Z") + 399 * DAY);

        assertThat(harness.forgotten()).isEmpty();

        harness.watermark(millis("2025-01-01T10:00:00Z") + 401 * DAY);

        assertThat(harness.forgotten()).containsExactly(new Forgotten("default", "ada"));
        assertThat(harness.keyedStateEntries()).isZero();
        assertThat(harness.timers()).isZero();
    }

    @Test
    void anErasureAtOnceTakesWhatIsKnownAndWhatWaits() throws Exception {
        harness.process(arrival(event("ada", Kind.LOGIN, "2025-01-01T10:00:00Z", "e1")));
        harness.watermark(millis("2025-01-01T10:00:00Z"));
        harness.process(arrival(event("ada", Kind.LOGIN, "2025-01-01T11:00:00Z", "e2")));
        harness.process(new Erasure("default", "ada", Erasure.AT_ONCE, "dpo", "request"));
        harness.watermark(millis("2025-01-03T00:00:00Z"));

        assertThat(harness.forgotten()).containsExactly(new Forgotten("default", "ada"));
        assertThat(harness.scores()).hasSize(1);
        assertThat(harness.keyedStateEntries()).isZero();
        assertThat(harness.timers()).isZero();
    }

    @Test
    void anErasureWithATimeBeginsANewLifeAtThatTime() throws Exception {
        harness.process(arrival(event("ada", Kind.LOGIN, "2025-01-01T10:00:00Z", "e1")));
        harness.process(arrival(event("ada", Kind.LOGIN, "2025-01-01T12:00:00Z", "e2")));
        harness.process(new Erasure("default", "ada", millis("2025-01-01T12:00:00Z"), "dpo", "request"));
        harness.watermark(millis("2025-01-01T12:00:00Z"));

        assertThat(harness.scores()).extracting(HealthScore::previousBand).containsExactly(null, null);
        assertThat(harness.forgotten()).hasSize(1);
    }

    @Test
    void whatIsWaitingSurvivesARestart() throws Exception {
        harness.process(arrival(event("ada", Kind.PAYMENT_SUCCEEDED, "2025-01-01T10:00:02Z", "e2")));
        harness.restart();
        harness.process(arrival(event("ada", Kind.PAYMENT_FAILED, "2025-01-01T10:00:01Z", "e1")));
        harness.restart();
        harness.watermark(millis("2025-01-01T10:00:05Z"));

        assertThat(harness.scores()).extracting(HealthScore::level).containsExactly("immediate", "none");

        harness.restart();

        assertThat(harness.keyedStateEntries()).isEqualTo(1);
    }

    @Test
    void aRestoredCustomerIsStillEvaluatedEveryDay() throws Exception {
        harness.process(arrival(event("ada", Kind.LOGIN, "2025-01-01T10:00:00Z", "e1")));
        harness.watermark(millis("2025-01-02T00:00:00Z"));
        harness.restart();
        harness.watermark(millis("2025-02-01T00:00:00Z"));

        assertThat(harness.alerts()).extracting(Alert::severity).containsExactly("urgent");
    }

    @Test
    void anEventBehindTheWatermarkIsAppliedJustAfterIt() throws Exception {
        harness.watermark(millis("2025-01-01T12:00:00Z"));
        harness.process(arrival(event("ada", Kind.PAYMENT_FAILED, "2025-01-01T10:00:00Z", "e1")));
        harness.watermark(millis("2025-01-01T12:00:01Z"));

        assertThat(harness.scores())
                .extracting(HealthScore::at)
                .containsExactly(Instant.parse("2025-01-01T12:00:00.001Z"));
        assertThat(harness.lateEvents()).isEmpty();
    }

    @Test
    void timeGoesOnWithTheWallClockWhileAllInputIsSilent() throws Exception {
        try (CustomerHarness live = CustomerHarness.live()) {
            live.wallClock(0);
            live.process(arrival(event("ada", Kind.LOGIN, "2025-01-01T10:00:00Z", "e1")));
            live.watermark(millis("2025-01-01T10:00:00Z"));
            live.silence();
            live.wallClock(20 * DAY);

            assertThat(live.alerts()).extracting(Alert::severity).containsExactly("urgent");
        }
    }

    @Test
    void theWallClockHasNoSayOnceThereIsInputAgain() throws Exception {
        try (CustomerHarness live = CustomerHarness.live()) {
            live.wallClock(0);
            live.process(arrival(event("ada", Kind.LOGIN, "2025-01-01T10:00:00Z", "e1")));
            live.watermark(millis("2025-01-01T10:00:00Z"));
            live.silence();
            live.speech();
            live.wallClock(20 * DAY);

            assertThat(live.scores()).hasSize(1);
        }
    }
}
