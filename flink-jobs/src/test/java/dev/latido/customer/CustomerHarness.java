package dev.latido.customer;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.latido.change.ControlMessage;
import dev.latido.event.Alert;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerInput;
import dev.latido.event.FeatureRecord;
import dev.latido.event.HealthRecord;
import dev.latido.event.HealthScore;
import dev.latido.metric.TallyMetrics;
import dev.latido.rule.RuleEffect;
import dev.latido.testing.ShippedPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/**
 * The subtasks of a {@link CustomerOperator} in Flink's harness, one at first, with what they have put out so far, over
 * restarts too.
 */
public final class CustomerHarness implements AutoCloseable {

    private static final int MAX_PARALLELISM = 128;

    /**
     * How the operator is made.
     *
     * @param rocksDb whether its state is in RocksDB rather than on the heap
     */
    public record Setup(CustomerPolicy policy, int cachedCustomers, boolean rocksDb) {

        public static final Setup REPLAY = new Setup(ShippedPolicy.POLICY, 1000, false);

        public Setup with(CustomerPolicy newPolicy) {
            return new Setup(newPolicy, cachedCustomers, rocksDb);
        }

        public Setup caching(int customers) {
            return new Setup(policy, customers, rocksDb);
        }

        public Setup inRocksDb() {
            return new Setup(policy, cachedCustomers, true);
        }
    }

    private final Setup setup;
    private final List<HealthScore> scores = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private final List<CustomerEvent> lateEvents = new ArrayList<>();
    private final List<FeatureRecord> features = new ArrayList<>();
    private final List<HealthRecord> forgotten = new ArrayList<>();
    private final List<RuleEffect> effects = new ArrayList<>();
    private final Map<String, Long> countsOfTheGone = new HashMap<>();
    private BandGauges gauges = new BandGauges();
    private List<CustomerSubtask> subtasks = List.of();

    private CustomerHarness(Setup setup) {
        this.setup = setup;
    }

    public static CustomerHarness open(Setup setup) throws Exception {
        CustomerHarness harness = new CustomerHarness(setup);
        harness.subtasks = List.of(harness.subtask(1, 0));
        harness.subtasks.get(0).open();
        return harness;
    }

    /** An operator that goes on from the state of a single subtask. */
    static CustomerHarness restored(Setup setup, OperatorSubtaskState state) throws Exception {
        CustomerHarness harness = new CustomerHarness(setup);
        harness.start(state, 1, 1);
        return harness;
    }

    public void process(CustomerInput input) throws Exception {
        int subtask =
                KeyGroupRangeAssignment.assignKeyToParallelOperator(input.key(), MAX_PARALLELISM, subtasks.size());
        subtasks.get(subtask).process(input);
        collect();
    }

    /** All subtasks hear of a change. */
    public void change(ControlMessage change) throws Exception {
        for (var subtask : subtasks) {
            subtask.change(change);
        }
    }

    /** What happens just before a checkpoint's barrier goes out. */
    void beforeCheckpoint() throws Exception {
        for (var subtask : subtasks) {
            subtask.prepareSnapshotPreBarrier(1);
        }
        collect();
    }

    /** All input has ended. */
    void finish() throws Exception {
        for (var subtask : subtasks) {
            subtask.getOperator().finish();
        }
        collect();
    }

    /** Events and control have come so far. */
    public void watermark(long at) throws Exception {
        for (var subtask : subtasks) {
            subtask.watermarkOfEvents(at);
            subtask.watermarkOfControl(at);
        }
        collect();
    }

    void watermarkOfEvents(long at) throws Exception {
        for (var subtask : subtasks) {
            subtask.watermarkOfEvents(at);
        }
        collect();
    }

    void watermarkOfControl(long at) throws Exception {
        for (var subtask : subtasks) {
            subtask.watermarkOfControl(at);
        }
        collect();
    }

    public void endOfInput() throws Exception {
        watermark(Watermark.MAX_WATERMARK.getTimestamp());
    }

    OperatorSubtaskState snapshot() throws Exception {
        OperatorSubtaskState[] states = new OperatorSubtaskState[subtasks.size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = subtasks.get(i).snapshot(1, 1);
        }
        return AbstractStreamOperatorTestHarness.repackageState(states);
    }

    /** Takes a checkpoint, throws the operator away, and goes on from the checkpoint with a new one. */
    public void restart() throws Exception {
        restart(subtasks.size());
    }

    /** The same with another number of subtasks. */
    public void restart(int parallelism) throws Exception {
        OperatorSubtaskState state = snapshot();
        int before = subtasks.size();
        close();
        start(state, before, parallelism);
    }

    private void start(OperatorSubtaskState state, int before, int parallelism) throws Exception {
        List<CustomerSubtask> started = new ArrayList<>();
        gauges = new BandGauges();
        for (int i = 0; i < parallelism; i++) {
            var subtask = subtask(parallelism, i);
            subtask.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    state, MAX_PARALLELISM, before, parallelism, i));
            subtask.open();
            started.add(subtask);
        }
        subtasks = started;
    }

    int keyedStateEntries() throws Exception {
        snapshot();
        return subtasks.stream().mapToInt(CustomerSubtask::keyedStateEntries).sum();
    }

    /** In each subtask, the names and versions of the models at an instant. */
    List<String> modelsAt(long instant) {
        return subtasks.stream()
                .map(subtask -> subtask.regimeAt(instant).models().models().stream()
                        .map(model ->
                                model.name() + ' ' + model.active().manifest().version())
                        .collect(joining(", ")))
                .toList();
    }

    int timers() {
        return subtasks.stream().mapToInt(CustomerSubtask::numEventTimeTimers).sum();
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

    List<FeatureRecord> features() {
        return features;
    }

    List<RuleEffect> effects() {
        return effects;
    }

    List<HealthRecord> forgotten() {
        return forgotten;
    }

    /** What the operator has counted under a name of {@link TallyMetrics}. */
    public long count(String name) {
        long count = countsOfTheGone.getOrDefault(name, 0L);
        for (var subtask : subtasks) {
            var counters = subtask.getEnvironment().getAccumulatorRegistry().getUserMap();
            count += (Long) requireNonNull(counters.get(name), name).getLocalValue();
        }
        return count;
    }

    /** What the operator has counted since its last start under the name of a metric. */
    long counted(String metric) {
        return gauges.counted(metric);
    }

    /** Customers per band, as the gauges show them. */
    public Map<String, Long> bands() {
        return gauges.bands();
    }

    @Override
    public void close() {
        for (String name : List.of(TallyMetrics.APPLIED, TallyMetrics.DUPLICATE, TallyMetrics.LATE)) {
            countsOfTheGone.put(name, count(name));
        }
        subtasks.forEach(CustomerSubtask::close);
        subtasks = List.of();
    }

    private CustomerSubtask subtask(int parallelism, int index) throws Exception {
        MockEnvironment environment = new MockEnvironmentBuilder()
                .setMaxParallelism(MAX_PARALLELISM)
                .setParallelism(parallelism)
                .setSubtaskIndex(index)
                .setMetricGroup(gauges.subtask())
                .build();
        CustomerSubtask subtask =
                new CustomerSubtask(new CustomerOperator(setup.policy(), setup.cachedCustomers()), environment);
        if (setup.rocksDb()) {
            subtask.setStateBackend(new EmbeddedRocksDBStateBackend());
        }
        return subtask;
    }

    private void collect() {
        for (var subtask : subtasks) {
            for (Object output = subtask.getOutput().poll();
                    output != null;
                    output = subtask.getOutput().poll()) {
                if (output instanceof StreamRecord<?> element && element.getValue() instanceof HealthRecord record) {
                    collect(record);
                }
            }
            drain(subtask.getSideOutput(CustomerOperator.ALERTS), alerts);
            drain(subtask.getSideOutput(CustomerOperator.LATE_EVENTS), lateEvents);
            drain(subtask.getSideOutput(CustomerOperator.FEATURES), features);
            drain(subtask.getSideOutput(CustomerOperator.RULE_EFFECTS), effects);
        }
    }

    private void collect(HealthRecord record) {
        if (record.score() == null) {
            forgotten.add(record);
        } else {
            scores.add(record.score());
        }
    }

    private static <T> void drain(Queue<StreamRecord<T>> records, List<T> into) {
        if (records != null) {
            for (StreamRecord<T> record = records.poll(); record != null; record = records.poll()) {
                into.add(record.getValue());
            }
        }
    }
}
