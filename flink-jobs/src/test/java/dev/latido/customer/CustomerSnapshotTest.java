package dev.latido.customer;

import static dev.latido.testing.Events.arrival;
import static dev.latido.testing.Events.at;
import static dev.latido.testing.Events.eventOf;
import static dev.latido.testing.Events.late;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latido.event.CustomerInput;
import dev.latido.event.Erasure;
import dev.latido.event.FeatureRecord;
import dev.latido.event.HealthRecord;
import dev.latido.event.HealthScore;
import dev.latido.event.Kind;
import dev.latido.health.Catalogue;
import dev.latido.health.HealthConfig;
import dev.latido.testing.Events;
import dev.latido.testing.ShippedPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The operator's state as earlier versions wrote it, read by today's program.
 *
 * <p>It was recorded with {@code -Dlatido.snapshot=record}; a later layout gets a file of its own beside it.
 */
class CustomerSnapshotTest {

    private static final String FIRST = "src/test/resources/state/customer-health-v1.snapshot";
    /** With what models need of the past. */
    private static final String WITH_HISTORY = "src/test/resources/state/customer-health-v3.snapshot";
    /** With what is remembered of models. */
    private static final String RECORDED = "src/test/resources/state/customer-health-v4.snapshot";

    private static final String CHECKPOINT = "2025-02-10T12:00:00";

    @ParameterizedTest
    @ValueSource(strings = {FIRST, WITH_HISTORY, RECORDED})
    void stateOfEveryVersionGoesOnAsIfNothingHadHappened(String state) throws Exception {
        try (CustomerHarness restored = CustomerHarness.restored(setup(), OperatorSnapshotUtil.readStateHandle(state));
                CustomerHarness undisturbed = CustomerHarness.open(setup())) {
            playUntilTheCheckpoint(undisturbed);
            int scoresBefore = undisturbed.scores().size();
            int alertsBefore = undisturbed.alerts().size();
            int featuresBefore = undisturbed.features().size();
            assertThat(restored.bands()).isEqualTo(undisturbed.bands());
            assertThat(restored.timers()).isEqualTo(undisturbed.timers());

            playOn(undisturbed);
            playOn(restored);

            assertThat(restored.scores())
                    .hasSizeGreaterThan(10)
                    .containsExactlyElementsOf(undisturbed
                            .scores()
                            .subList(scoresBefore, undisturbed.scores().size()));
            assertThat(restored.alerts())
                    .hasSizeGreaterThan(2)
                    .containsExactlyElementsOf(undisturbed
                            .alerts()
                            .subList(alertsBefore, undisturbed.alerts().size()));
            assertThat(restored.bands()).isEqualTo(undisturbed.bands());
            List<FeatureRecord> features = undisturbed
                    .features()
                    .subList(featuresBefore, undisturbed.features().size());
            assertThat(restored.features()).hasSizeGreaterThan(50).hasSameSizeAs(features);
            if (!state.equals(FIRST)) {
                assertThat(restored.features()).isEqualTo(features);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FIRST, WITH_HISTORY, RECORDED})
    void whatWasWaitingIsAppliedWithoutFurtherInput(String state) throws Exception {
        try (CustomerHarness restored =
                CustomerHarness.restored(setup(), OperatorSnapshotUtil.readStateHandle(state))) {
            restored.watermark(at("2025-02-10T12:00:10"));

            assertThat(restored.scores())
                    .extracting(HealthScore::customerId, HealthScore::at)
                    .contains(tuple("new", Instant.parse("2025-02-10T12:00:03Z")));
            assertThat(restored.lateEvents()).hasSize(1);
            assertThat(restored.forgotten()).containsExactly(new HealthRecord(Events.TENANT, "erased", null));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FIRST, WITH_HISTORY, RECORDED})
    void timersThatWereSetGoOffWithoutFurtherInput(String state) throws Exception {
        try (CustomerHarness restored =
                CustomerHarness.restored(setup(), OperatorSnapshotUtil.readStateHandle(state))) {
            restored.watermark(at("2025-02-20T00:00:00"));

            assertThat(restored.scores())
                    .extracting(HealthScore::customerId, HealthScore::level)
                    .contains(tuple("poor", "urgent"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FIRST, WITH_HISTORY, RECORDED})
    void customersPerBandAreShownAsTheyWere(String state) throws Exception {
        try (CustomerHarness restored =
                CustomerHarness.restored(setup(), OperatorSnapshotUtil.readStateHandle(state))) {
            assertThat(restored.bands())
                    .isEqualTo(Map.of("at_risk", 1L, "cancelled", 1L, "churned", 2L, "critical", 1L));
        }
    }

    @Test
    @EnabledIfSystemProperty(
            named = "latido.snapshot",
            matches = "record",
            disabledReason = "writes the recorded state")
    void record() throws Exception {
        try (CustomerHarness harness = CustomerHarness.open(setup())) {
            playUntilTheCheckpoint(harness);

            OperatorSnapshotUtil.writeStateHandle(harness.snapshot(), RECORDED);
        }
    }

    private static CustomerHarness.Setup setup() {
        CustomerPolicy shipped = ShippedPolicy.POLICY;
        return CustomerHarness.Setup.REPLAY.with(new CustomerPolicy(
                new HealthConfig(shipped.health().scorecard(), new Catalogue(List.of("api", "reports", "search"))),
                shipped.alerts(),
                shipped.duplicates(),
                shipped.rules(),
                shipped.features(),
                shipped.models()));
    }

    /** Five weeks of five customers, and what waits when the checkpoint is taken. */
    private static void playUntilTheCheckpoint(CustomerHarness harness) throws Exception {
        for (int day = 0; day < 40; day++) {
            Instant morning = Instant.parse("2025-01-01T09:00:00Z").plusSeconds(day * 86_400L);
            process(harness, "busy", "b" + day, Kind.FEATURE_USED, morning);
            process(harness, "busy", "c" + day, Kind.PAGE_VIEW, morning.plusSeconds(1_200));
            if (day < 20) {
                process(harness, "silent", "s" + day, Kind.LOGIN, morning);
            }
            if (day % 10 == 9) {
                process(harness, "erased", "p" + day, Kind.TICKET_OPENED, morning);
                process(harness, "poor", "f" + day, Kind.PAYMENT_FAILED, morning);
            }
            harness.watermark(morning.plusSeconds(3_600).toEpochMilli());
        }
        process(harness, "gone", "g1", Kind.SUBSCRIPTION_CANCELLED, Instant.parse("2025-02-10T11:00:00Z"));
        harness.watermark(at(CHECKPOINT));
        for (CustomerInput waiting : waiting()) {
            harness.process(waiting);
        }
    }

    private static List<CustomerInput> waiting() {
        return List.of(
                arrival(eventOf("new", "n1", Kind.LOGIN, "2025-02-10T12:00:03")),
                arrival(eventOf("busy", "b40", Kind.PAYMENT_FAILED, "2025-02-10T12:00:02")),
                late(eventOf("silent", "s20", Kind.TICKET_OPENED, "2025-02-01T08:00:00"), "2025-02-10T12:00:01"),
                new Erasure(Events.TENANT, "erased", at("2025-02-10T12:00:04"), "dpo", "asked for"));
    }

    private static void playOn(CustomerHarness harness) throws Exception {
        process(harness, "poor", "f39", Kind.PAYMENT_FAILED, Instant.parse("2025-02-10T12:00:05Z"));
        process(harness, "gone", "g2", Kind.SUBSCRIPTION_STARTED, Instant.parse("2025-02-12T11:00:00Z"));
        process(harness, "busy", "b41", Kind.PAYMENT_SUCCEEDED, Instant.parse("2025-02-12T11:00:00Z"));
        harness.watermark(at("2025-03-10T00:00:00"));
    }

    private static void process(CustomerHarness harness, String customer, String id, Kind kind, Instant at)
            throws Exception {
        harness.process(arrival(eventOf(customer, id, kind, at.toString().replace("Z", ""))));
    }
}
