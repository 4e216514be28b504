package dev.latido.ingest;

import static dev.latido.testing.Events.at;
import static dev.latido.testing.Events.eventOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.codec.CodecSerializer;
import dev.latido.codec.CustomerInputCodec;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerInput;
import dev.latido.event.DeadLetter;
import dev.latido.event.Kind;
import dev.latido.metric.TallyMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IngestFunctionTest {

    private static final Map<String, Long> BOUNDS = Map.of("clickstream", 5_000L, "billing", 60_000L);
    private static final Aliases ALIASES = new Aliases(Map.of("billing", Map.of("cus_1", "acme")));
    private static final Origin CLICKS = new Origin("clickstream", "clicks", 0, 1);

    private OneInputStreamOperatorTestHarness<Decoded<CustomerEvent>, CustomerInput> harness;

    @BeforeEach
    void open() throws Exception {
        harness = subtask(1, 0);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void anEventExactlyAtTheBoundIsNotLate() throws Exception {
        ingest(CLICKS, "2025-01-01T10:00:05");

        assertThat(ingest(CLICKS, "2025-01-01T10:00:00")).isEqualTo(punctual("2025-01-01T10:00:00"));
    }

    @Test
    void anEventBehindTheBoundIsLateAndTakesTheHighestTimeAsItsPlace() throws Exception {
        ingest(CLICKS, "2025-01-01T10:00:05.001");

        assertThat(ingest(CLICKS, "2025-01-01T10:00:00"))
                .isEqualTo(late("2025-01-01T10:00:00", "2025-01-01T10:00:05.001"));
    }

    @Test
    void aLateEventDoesNotMoveTheHighestTimeBack() throws Exception {
        ingest(CLICKS, "2025-01-01T10:00:00");
        ingest(CLICKS, "2025-01-01T09:00:00");

        assertThat(ingest(CLICKS, "2025-01-01T09:30:00")).isEqualTo(late("2025-01-01T09:30:00", "2025-01-01T10:00:00"));
    }

    @Test
    void theFirstEventOfAPartitionIsNeverLate() throws Exception {
        ingest(CLICKS, "2025-01-01T10:00:00");

        assertThat(ingest(new Origin("clickstream", "clicks", 1, 1), "2024-01-01T10:00:00")
                        .late())
                .isFalse();
        assertThat(ingest(new Origin("clickstream", "other", 0, 1), "2024-01-01T10:00:00")
                        .late())
                .isFalse();
    }

    @Test
    void eachSourceHasItsOwnBound() throws Exception {
        Origin bills = new Origin("billing", "bills", 0, 1);
        ingest(bills, "2025-01-01T10:01:00");

        assertThat(ingest(bills, "2025-01-01T10:00:00").late()).isFalse();
        assertThat(ingest(bills, "2025-01-01T09:59:59.999").late()).isTrue();
    }

    @Test
    void aSourceWithoutABoundAllowsNoDisorder() throws Exception {
        Origin unknown = new Origin("unknown", "topic", 0, 1);
        ingest(unknown, "2025-01-01T10:00:00");

        assertThat(ingest(unknown, "2025-01-01T10:00:00").late()).isFalse();
        assertThat(ingest(unknown, "2025-01-01T09:59:59.999").late()).isTrue();
    }

    @Test
    void theHighestTimeSurvivesARestart() throws Exception {
        ingest(CLICKS, "2025-01-01T10:00:00");
        OperatorSubtaskState state = harness.snapshot(1, 1);
        restore(state, 1);

        assertThat(ingest(CLICKS, "2025-01-01T09:00:00")).isEqualTo(late("2025-01-01T09:00:00", "2025-01-01T10:00:00"));
    }

    /** A partition can go from one subtask to another, which then knows of it what the first did. */
    @Test
    @SuppressWarnings("try") // closing a harness waits for nothing
    void ofSeveralSubtasksTheHighestTimeOfAPartitionCounts() throws Exception {
        List<OperatorSubtaskState> states = new ArrayList<>();
        for (String time : List.of("2025-01-01T10:00:00", "2025-01-01T12:00:00", "2025-01-01T11:00:00")) {
            try (var subtask = subtask(3, states.size())) {
                subtask.open();
                subtask.processElement(new StreamRecord<>(decoded(CLICKS, time)));
                states.add(subtask.snapshot(1, 1));
            }
        }
        restore(AbstractStreamOperatorTestHarness.repackageState(states.toArray(OperatorSubtaskState[]::new)), 3);

        assertThat(ingest(CLICKS, "2025-01-01T11:30:00")).isEqualTo(late("2025-01-01T11:30:00", "2025-01-01T12:00:00"));
    }

    @Test
    void anAliasIsResolvedForItsSource() throws Exception {
        CustomerEvent paid = eventOf("cus_1", "e1", Kind.PAYMENT_SUCCEEDED, "2025-01-01T10:00:00");

        assertThat(ingest(new Origin("billing", "bills", 0, 1), paid).customerId())
                .isEqualTo("acme");
        assertThat(ingest(CLICKS, paid).customerId()).isEqualTo("cus_1");
    }

    @Test
    void everyRecordIsCountedOnce() throws Exception {
        ingest(CLICKS, "2025-01-01T10:00:00");
        harness.processElement(new StreamRecord<>(new Decoded.Ignored<>(CLICKS)));
        harness.processElement(new StreamRecord<>(Decoded.Rejected.of(CLICKS, "not JSON: oops", new byte[] {1, 2})));

        assertThat(List.of(count(TallyMetrics.IN), count(TallyMetrics.IGNORED), count(TallyMetrics.DEAD_LETTERS)))
                .containsExactly(3L, 1L, 1L);
        assertThat(harness.getSideOutput(IngestFunction.DEAD_LETTERS))
                .extracting(StreamRecord::getValue)
                .containsExactly(new DeadLetter(1, "clickstream", "clicks", 0, 1, "not JSON: oops", "AQI=", 2));
    }

    @Test
    void onlyAPlaceLowerThanAllBeforeItIsAFirstPlace() throws Exception {
        Origin bills = new Origin("billing", "bills", 0, 1);
        ingest(CLICKS, "2025-01-01T10:00:00");
        ingest(CLICKS, "2025-01-01T10:00:00");
        ingest(CLICKS, "2025-01-01T08:00:00");
        ingest(bills, "2025-01-01T09:00:00");
        ingest(bills, "2025-01-01T11:00:00");

        assertThat(harness.getSideOutput(IngestFunction.FIRST_PLACES))
                .extracting(StreamRecord::getValue)
                .containsExactly(at("2025-01-01T10:00:00"), at("2025-01-01T09:00:00"));
    }

    private static Arrival punctual(String time) {
        return new Arrival(eventOf("ada", "e1", Kind.LOGIN, time), at(time), false);
    }

    private static Arrival late(String time, String place) {
        return new Arrival(eventOf("ada", "e1", Kind.LOGIN, time), at(place), true);
    }

    private Arrival ingest(Origin origin, String time) throws Exception {
        return ingest(origin, eventOf("ada", "e1", Kind.LOGIN, time));
    }

    private Arrival ingest(Origin origin, CustomerEvent event) throws Exception {
        harness.processElement(
                new StreamRecord<>(new Decoded.Event<>(origin, event, event.at().toEpochMilli())));
        List<CustomerInput> inputs = harness.extractOutputValues();
        harness.getOutput().clear();
        assertThat(inputs).hasSize(1);
        return (Arrival) inputs.get(0);
    }

    private static Decoded<CustomerEvent> decoded(Origin origin, String time) {
        return new Decoded.Event<>(origin, eventOf("ada", "e1", Kind.LOGIN, time), at(time));
    }

    private long count(String name) {
        Object counted = harness.getEnvironment()
                .getAccumulatorRegistry()
                .getUserMap()
                .getOrDefault(name, new LongCounter())
                .getLocalValue();
        return (Long) counted;
    }

    /** Goes on as the first subtask of one, after there were {@code before}. */
    private void restore(OperatorSubtaskState state, int before) throws Exception {
        harness.close();
        harness = subtask(1, 0);
        harness.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(state, 128, before, 1, 0));
        harness.open();
    }

    private static OneInputStreamOperatorTestHarness<Decoded<CustomerEvent>, CustomerInput> subtask(
            int parallelism, int index) throws Exception {
        OneInputStreamOperatorTestHarness<Decoded<CustomerEvent>, CustomerInput> subtask =
                new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(new IngestFunction(BOUNDS, ALIASES)), 128, parallelism, index);
        subtask.setup(new CodecSerializer<>(CustomerInputCodec.INSTANCE));
        return subtask;
    }
}
