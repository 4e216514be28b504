package dev.latido.customer;

import dev.latido.event.Alert;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerInput;
import dev.latido.event.Forgotten;
import dev.latido.event.HealthScore;
import dev.latido.testing.TestSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** A {@link CustomerOperator} in Flink's harness, with what it has put out so far, over restarts too. */
public final class CustomerHarness implements AutoCloseable {

    private static final int MAX_PARALLELISM = 128;

    private final boolean live;
    private final int cachedCustomers;
    private final List<HealthScore> scores = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private final List<CustomerEvent> lateEvents = new ArrayList<>();
    private final List<Forgotten> forgotten = new ArrayList<>();
    private KeyedOneInputStreamOperatorTestHarness<String, CustomerInput, HealthScore> harness;

    private CustomerHarness(boolean live, int cachedCustomers) throws Exception {
        this.live = live;
        this.cachedCustomers = cachedCustomers;
        this.harness = newHarness();
    }

    public static CustomerHarness replay(int cachedCustomers) throws Exception {
        CustomerHarness harness = new CustomerHarness(false, cachedCustomers);
        harness.harness.open();
        return harness;
    }

    static CustomerHarness live() throws Exception {
        CustomerHarness harness = new CustomerHarness(true, 1000);
        harness.harness.open();
        return harness;
    }

    public void process(CustomerInput input) throws Exception {
        harness.processElement(new StreamRecord<>(input));
        collect();
    }

    public void watermark(long at) throws Exception {
        harness.processWatermark(new Watermark(at));
        collect();
    }

    void endOfInput() throws Exception {
        watermark(Watermark.MAX_WATERMARK.getTimestamp());
    }

    void silence() throws Exception {
        harness.processWatermarkStatus(WatermarkStatus.IDLE);
    }

    void speech() throws Exception {
        harness.processWatermarkStatus(WatermarkStatus.ACTIVE);
    }

    void wallClock(long millis) throws Exception {
        harness.setProcessingTime(millis);
        collect();
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    /** Takes a checkpoint, throws the operator away, and goes on from the checkpoint with a new one. */
    public void restart() throws Exception {
        OperatorSubtaskState state = snapshot();
        harness.close();
        restore(state);
    }

    void restore(OperatorSubtaskState state) throws Exception {
        harness = newHarness();
        harness.initializeState(state);
        harness.open();
    }

    int keyedStateEntries() throws Exception {
        snapshot();
        return harness.numKeyedStateEntries();
    }

    int timers() {
        return harness.numEventTimeTimers();
    }

    public List<HealthScore> scores() {
        return scores;
    }

    public List<Alert> alerts() {
        return alerts;
    }

    public List<CustomerEvent> lateEvents() {
        return lateEvents;
    }

    List<Forgotten> forgotten() {
        return forgotten;
    }

    @Override
    public void close() {
        try {
            harness.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyedOneInputStreamOperatorTestHarness<String, CustomerInput, HealthScore> newHarness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new CustomerOperator(TestSettings.shipped().policy(), cachedCustomers, live),
                CustomerInput::key,
                Types.STRING,
                MAX_PARALLELISM,
                1,
                0);
    }

    private void collect() {
        for (Object output = harness.getOutput().poll();
                output != null;
                output = harness.getOutput().poll()) {
            if (output instanceof StreamRecord<?> record && record.getValue() instanceof HealthScore score) {
                scores.add(score);
            }
        }
        drain(CustomerOperator.ALERTS, alerts);
        drain(CustomerOperator.LATE_EVENTS, lateEvents);
        drain(CustomerOperator.FORGOTTEN, forgotten);
    }

    private <T> void drain(OutputTag<T> tag, List<T> into) {
        Queue<StreamRecord<T>> records = harness.getSideOutput(tag);
        if (records != null) {
            for (StreamRecord<T> record = records.poll(); record != null; record = records.poll()) {
                into.add(record.getValue());
            }
        }
    }
}
