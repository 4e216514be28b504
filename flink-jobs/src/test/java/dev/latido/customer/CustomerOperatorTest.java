package dev.latido.customer;

import static dev.latido.testing.Events.arrival;
import static dev.latido.testing.Events.at;
import static dev.latido.testing.Events.eventOf;
import static dev.latido.testing.Events.late;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latido.event.Alert;
import dev.latido.event.Arrival;
import dev.latido.event.Erasure;
import dev.latido.event.HealthRecord;
import dev.latido.event.HealthScore;
import dev.latido.event.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerOperatorTest {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private CustomerHarness harness;

    @BeforeEach
    void open() throws Exception {
        harness = CustomerHarness.open(CustomerHarness.Setup.REPLAY);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void nothingIsAppliedBeforeTheWatermarkHasPassedIt() throws Exception {
        harness.process(arrival(eventOf("ada", "e1", Kind.LOGIN, "2025-01-01T10:00:00")));
        harness.watermark(at("2025-01-01T09:59:59.999"));

        assertThat(harness.scores()).isEmpty();

        harness.watermark(at("2025-01-01T10:00:00"));

        assertThat(harness.scores()).extracting(HealthScore::at).containsExactly(Instant.parse("2025-01-01T10:00:00Z"));
    }

    @Test
    void eventsAreAppliedInTheOrderOfTimeNotOfArrival() throws Exception {
        harness.process(arrival(eventOf("ada", "e2", Kind.PAYMENT_SUCCEEDED, "2025-01-01T10:00:02")));
        harness.process(arrival(eventOf("ada", "e1", Kind.PAYMENT_FAILED, "2025-01-01T10:00:01")));
        harness.watermark(at("2025-01-01T10:00:05"));

        assertThat(harness.scores()).extracting(HealthScore::level).containsExactly("immediate", "none");
    }

    @Test
    void anEventAtADailyInstantComesBeforeTheEvaluationOfThatInstant() throws Exception {
        long daily = at("2025-01-10T00:00:00") + Math.floorMod("ada".hashCode(), 86_400) * 1000L;
        harness.process(arrival(eventOf("ada", "e1", Kind.LOGIN, "2025-01-01T10:00:00")));
        harness.process(arrival(eventOf(
                "ada",
                "e2",
                Kind.PAYMENT_FAILED,
                Instant.ofEpochMilli(daily).toString().replace("Z", ""))));
        harness.watermark(daily);

        assertThat(harness.scores())
                .filteredOn(score -> score.at().toEpochMilli() == daily)
                .extracting(HealthScore::level)
                .startsWith("immediate");
    }

    @Test
    void aFailedPaymentOpensAnAlertAtOnce() throws Exception {
        harness.process(arrival(eventOf("ada", "e1", Kind.PAYMENT_FAILED, "2025-01-01T10:00:00")));
        harness.watermark(at("2025-01-01T10:00:00"));

        assertThat(harness.alerts()).extracting(Alert::severity).containsExactly("immediate");
    }

    @Test
    void aSilentCustomerIsEvaluatedEveryDay() throws Exception {
        harness.process(arrival(eventOf("ada", "e1", Kind.LOGIN, "2025-01-01T10:00:00")));
        harness.watermark(at("2025-02-01T00:00:00"));

        assertThat(harness.scores()).extracting(HealthScore::level).contains("urgent");
        assertThat(harness.alerts()).extracting(Alert::severity).containsExactly("urgent");
    }

    @Test
    void theEndOfInputAppliesWhatWaitsAndFiresNothingBeyond() throws Exception {
        harness.process(arrival(eventOf("ada", "e1", Kind.LOGIN, "2025-01-01T10:00:00")));
        harness.endOfInput();

        assertThat(harness.scores()).hasSize(1);
        assertThat(harness.timers()).isEqualTo(1);
    }

    @Test
    void aLateEventIsPublishedAndEvaluatedAtItsPlace() throws Exception {
        Arrival late = late(eventOf("ada", "e1", Kind.PAYMENT_FAILED, "2025-01-01T08:00:00"), "2025-01-01T10:00:00");
        harness.process(late);
        harness.watermark(at("2025-01-01T10:00:00"));

        assertThat(harness.lateEvents()).containsExactly(late.event());
        assertThat(harness.scores()).extracting(HealthScore::at).containsExactly(Instant.parse("2025-01-01T10:00:00Z"));
    }

    @Test
    void aRepeatedEventIsDropped() throws Exception {
        Arrival failed = arrival(eventOf("ada", "e1", Kind.PAYMENT_FAILED, "2025-01-01T10:00:00"));
        harness.process(failed);
        harness.process(failed);
        harness.watermark(at("2025-01-01T10:00:00"));

        assertThat(harness.scores()).hasSize(1);
        assertThat(harness.scores().get(0).components().payment()).isZero();
    }

    @Test
    void nothingIsLeftOfACustomerWhoHasBeenSilentFor400Days() throws Exception {
        harness.process(arrival(eventOf("ada", "e1", Kind.LOGIN, "2025-01-01T10:00:00")));
        harness.watermark(at("2025-01-01T10:00:00") + 399 * DAY);

        assertThat(harness.forgotten()).isEmpty();

        harness.watermark(at("2025-01-01T10:00:00") + 401 * DAY);

        assertThat(harness.forgotten()).containsExactly(new HealthRecord("default", "ada", null));
        assertThat(harness.keyedStateEntries()).isZero();
        assertThat(harness.timers()).isZero();
    }

    @Test
    void anErasureAtOnceTakesWhatIsKnownAndWhatWaits() throws Exception {
        harness.process(arrival(eventOf("ada", "e1", Kind.LOGIN, "2025-01-01T10:00:00")));
        harness.watermark(at("2025-01-01T10:00:00"));
        harness.process(arrival(eventOf("ada", "e2", Kind.LOGIN, "2025-01-01T11:00:00")));
        harness.process(new Erasure("default", "ada", Erasure.AT_ONCE, "dpo", "request"));
        harness.watermark(at("2025-01-03T00:00:00"));

        assertThat(harness.forgotten()).containsExactly(new HealthRecord("default", "ada", null));
        assertThat(harness.scores()).hasSize(1);
        assertThat(harness.keyedStateEntries()).isZero();
        assertThat(harness.timers()).isZero();
    }

    @Test
    void anErasureWhoseTimeHasPassedLeavesTheEventsAfterItsTime() throws Exception {
        harness.process(arrival(eventOf("ada", "e1", Kind.LOGIN, "2025-01-01T10:00:00")));
        harness.watermark(at("2025-01-01T10:30:00"));
        harness.process(arrival(eventOf("ada", "e2", Kind.LOGIN, "2025-01-01T11:00:00")));
        harness.process(new Erasure("default", "ada", at("2025-01-01T10:15:00"), "dpo", "request"));
        harness.watermark(at("2025-01-01T11:00:00"));

        assertThat(harness.forgotten()).hasSize(1);
        assertThat(harness.scores()).extracting(HealthScore::previousBand).containsExactly(null, null);
    }

    @Test
    void anErasureAtOnceLeavesOnesThatAreStillToCome() throws Exception {
        harness.process(new Erasure("default", "ada", at("2025-01-01T12:00:00"), "dpo", "request"));
        harness.process(new Erasure("default", "ada", Erasure.AT_ONCE, "dpo", "request"));
        harness.process(arrival(eventOf("ada", "e1", Kind.LOGIN, "2025-01-01T10:00:00")));
        harness.watermark(at("2025-01-01T12:00:00"));

        assertThat(harness.forgotten()).hasSize(2);
        assertThat(harness.keyedStateEntries()).isZero();
    }

    @Test
    void anErasureWithATimeBeginsANewLifeAtThatTime() throws Exception {
        harness.process(arrival(eventOf("ada", "e1", Kind.LOGIN, "2025-01-01T10:00:00")));
        harness.process(arrival(eventOf("ada", "e2", Kind.LOGIN, "2025-01-01T12:00:00")));
        harness.process(new Erasure("default", "ada", at("2025-01-01T12:00:00"), "dpo", "request"));
        harness.watermark(at("2025-01-01T12:00:00"));

        assertThat(harness.scores()).extracting(HealthScore::previousBand).containsExactly(null, null);
        assertThat(harness.forgotten()).hasSize(1);
    }

    @Test
    void whatIsWaitingSurvivesARestart() throws Exception {
        harness.process(arrival(eventOf("ada", "e2", Kind.PAYMENT_SUCCEEDED, "2025-01-01T10:00:02")));
        harness.restart();
        harness.process(arrival(eventOf("ada", "e1", Kind.PAYMENT_FAILED, "2025-01-01T10:00:01")));
        harness.restart();
        harness.watermark(at("2025-01-01T10:00:05"));

        assertThat(harness.scores()).extracting(HealthScore::level).containsExactly("immediate", "none");

        harness.restart();

        assertThat(harness.keyedStateEntries()).isEqualTo(1);
    }

    @Test
    void aRestoredCustomerIsStillEvaluatedEveryDay() throws Exception {
        harness.process(arrival(eventOf("ada", "e1", Kind.LOGIN, "2025-01-01T10:00:00")));
        harness.watermark(at("2025-01-02T00:00:00"));
        harness.restart();
        harness.watermark(at("2025-02-01T00:00:00"));

        assertThat(harness.alerts()).extracting(Alert::severity).containsExactly("urgent");
    }

    @Test
    void whoDoesNotFitInTheCacheIsEvaluatedEveryDayAllTheSame() throws Exception {
        try (CustomerHarness small = CustomerHarness.open(CustomerHarness.Setup.REPLAY.caching(1))) {
            for (String customer : List.of("ada", "bob", "cy")) {
                small.process(arrival(eventOf(customer, "e1", Kind.LOGIN, "2025-01-01T10:00:00")));
            }
            small.watermark(at("2025-02-01T00:00:00"));

            assertThat(small.alerts())
                    .extracting(Alert::customerId, Alert::severity)
                    .containsExactlyInAnyOrder(tuple("ada", "urgent"), tuple("bob", "urgent"), tuple("cy", "urgent"));
        }
    }

    @Test
    void anEventBehindTheWatermarkIsAppliedJustAfterIt() throws Exception {
        harness.watermark(at("2025-01-01T12:00:00"));
        harness.process(arrival(eventOf("ada", "e1", Kind.PAYMENT_FAILED, "2025-01-01T10:00:00")));
        harness.watermark(at("2025-01-01T12:00:01"));

        assertThat(harness.scores())
                .extracting(HealthScore::at)
                .containsExactly(Instant.parse("2025-01-01T12:00:00.001Z"));
        assertThat(harness.lateEvents()).isEmpty();
    }

    @Test
    void timeIsTheLowerOneOfBothInputs() throws Exception {
        harness.process(arrival(eventOf("ada", "e1", Kind.LOGIN, "2025-01-01T10:00:00")));
        harness.watermarkOfEvents(at("2025-01-01T12:00:00"));

        assertThat(harness.scores()).isEmpty();

        harness.watermarkOfControl(at("2025-01-01T09:59:59.999"));

        assertThat(harness.scores()).isEmpty();

        harness.watermarkOfControl(at("2025-01-01T10:00:00"));

        assertThat(harness.scores()).hasSize(1);
    }

    @Test
    void theEndOfOneInputIsNotTheEndOfTime() throws Exception {
        harness.process(arrival(eventOf("ada", "e1", Kind.LOGIN, "2025-01-01T10:00:00")));
        harness.process(arrival(eventOf("ada", "e2", Kind.PAYMENT_FAILED, "2025-01-01T11:00:00")));
        harness.watermarkOfEvents(Long.MAX_VALUE);
        harness.watermarkOfControl(at("2025-01-01T10:00:00"));

        assertThat(harness.scores()).hasSize(1);

        harness.watermarkOfControl(Long.MAX_VALUE);

        assertThat(harness.scores()).hasSize(2);
        assertThat(harness.timers()).isEqualTo(1);
    }
}
