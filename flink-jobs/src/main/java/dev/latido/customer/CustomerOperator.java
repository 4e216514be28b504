package dev.latido.customer;

import dev.latido.change.ControlMessage;
import dev.latido.codec.CodecTypeInformation;
import dev.latido.codec.CustomerEventCodec;
import dev.latido.codec.FeatureRecordCodec;
import dev.latido.codec.ModelTallyCodec;
import dev.latido.codec.RuleHistoryCodec;
import dev.latido.event.Alert;
import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerInput;
import dev.latido.event.Erasure;
import dev.latido.event.FeatureRecord;
import dev.latido.event.HealthRecord;
import dev.latido.event.HealthScore;
import dev.latido.rule.RuleBook;
import dev.latido.rule.RuleEffect;
import dev.latido.rule.RuleEffects;
import dev.latido.rule.RuleHistory;
import dev.latido.rule.RuleInForce;
import dev.latido.scoring.ModelSet;
import dev.latido.watch.tally.ModelTallies;
import dev.latido.watch.tally.ModelTally;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Applies what happened to each customer in the order of event time, and evaluates the customer there and once a day. The
 * first input has what happened, the second one the changes of rules and models; event time is the lower one of both.
 *
 * <p>Main output: health records; side outputs: {@link #ALERTS}, {@link #SHADOW_ALERTS}, {@link #FEATURES}, {@link
 * #LATE_EVENTS}, {@link #RULE_EFFECTS}, {@link #MODEL_TALLIES}.
 *
 * <p>State: that of {@link CustomerState}, {@code rule-book} with the changes of rules, of which every subtask has all, and
 * one timer per customer at its next daily instant, which goes with the customer. Models are no state: the control stage sends
 * them again before any time.
 */
public final class CustomerOperator extends AbstractStreamOperator<HealthRecord>
        implements TwoInputStreamOperator<CustomerInput, ControlMessage, HealthRecord>,
                Triggerable<String, VoidNamespace> {

    public static final OutputTag<Alert> ALERTS = new OutputTag<>("alerts", TypeInformation.of(Alert.class));
    public static final OutputTag<Alert> SHADOW_ALERTS =
            new OutputTag<>("shadow-alerts", TypeInformation.of(Alert.class));
    public static final OutputTag<RuleEffect> RULE_EFFECTS =
            new OutputTag<>("rule-effects", TypeInformation.of(RuleEffect.class));
    public static final OutputTag<CustomerEvent> LATE_EVENTS =
            new OutputTag<>("late-events", new CodecTypeInformation<>(CustomerEventCodec.INSTANCE));

    /** What models see of customers, and what came of them. */
    public static final OutputTag<FeatureRecord> FEATURES =
            new OutputTag<>("features", new CodecTypeInformation<>(FeatureRecordCodec.INSTANCE));

    /** What daily evaluations counted of models' scores, for the watch over models. */
    public static final OutputTag<ModelTally> MODEL_TALLIES =
            new OutputTag<>("model-tallies", new CodecTypeInformation<>(ModelTallyCodec.INSTANCE));

    private static final long serialVersionUID = 1L;

    private final CustomerPolicy policy;
    private final int cachedCustomers;

    private transient WaitingInputs waiting;
    private transient CustomerState state;
    private transient ListState<RuleHistory> ruleBook;
    private transient Regimes regimes;
    private transient RuleEffects effects;
    private transient ModelTallies tallies;
    private transient CustomerMetrics measured;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient Findings findings;
    private transient long time;

    /**
     * An operator that knows no customer yet.
     *
     * @param cachedCustomers customers kept as objects in front of the state backend, per subtask, at least 1
     */
    @SuppressWarnings("NullAway.Init") // the transient fields are made in initializeState and open
    public CustomerOperator(CustomerPolicy policy, int cachedCustomers) {
        this.policy = policy;
        this.cachedCustomers = cachedCustomers;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        waiting = new WaitingInputs();
        state = new CustomerState(context, this::setCurrentKey, this::<String>getKeyedStateBackend, cachedCustomers);
        state.restoreWaiting(waiting);
        time = state.restoredEventTime();
        ruleBook = context.getOperatorStateStore()
                .getUnionListState(
                        new ListStateDescriptor<>("rule-book", new CodecTypeInformation<>(RuleHistoryCodec.INSTANCE)));
        regimes = new Regimes(policy, RuleBook.ofAll(ruleBook.get()), this::unready, this::replaced);
        effects = new RuleEffects();
        tallies = new ModelTallies(tally -> output.collect(MODEL_TALLIES, new StreamRecord<>(tally)));
    }

    @Override
    public void open() throws Exception {
        super.open();
        timers = getInternalTimerService("daily", VoidNamespaceSerializer.INSTANCE, this);
        measured = new CustomerMetrics(getRuntimeContext(), state.restoredBands(), waiting::size, this::lagMillis);
        findings = new Findings() {
            @Override
            public void score(HealthScore score) {
                output.collect(new StreamRecord<>(HealthRecord.of(score)));
            }

            @Override
            public void alert(Alert alert) {
                measured.alert(alert);
                output.collect(ALERTS, new StreamRecord<>(alert));
            }

            @Override
            public void shadowAlert(Alert alert) {
                measured.shadowAlert(alert);
                output.collect(SHADOW_ALERTS, new StreamRecord<>(alert));
            }

            @Override
            public void feature(FeatureRecord record) {
                output.collect(FEATURES, new StreamRecord<>(record));
            }

            @Override
            public void scored(ModelSet models) {
                measured.scored(models);
            }

            @Override
            public void scoredInShadow(ModelSet models) {
                measured.scoredInShadow(models);
            }

            @Override
            public ModelTallies tallies() {
                return tallies;
            }

            @Override
            public void suppressed(String ruleId) {
                measured.suppressed(ruleId);
            }

            @Override
            public void partialMatchesDropped(String ruleId, int count) {
                measured.partialMatchesDropped(ruleId, count);
            }

            @Override
            public void ruleChanged(long change, int kept, int dropped) {
                effects.count(change, kept, dropped);
            }
        };
    }

    /** Keys are set where state is touched, which most records never do. */
    @Override
    @SuppressWarnings("rawtypes") // as in the method it overrides
    public void setKeyContextElement1(StreamRecord record) {}

    @Override
    public void processElement1(StreamRecord<CustomerInput> element) throws Exception {
        CustomerInput input = element.getValue();
        if (input instanceof Erasure erasure && erasure.place() <= time) {
            measured.erased(waiting.removeArrivals(erasure));
            forget(erasure.key());
        } else if (input instanceof Arrival arrival && arrival.place() <= time) {
            measured.behind();
            waiting.add(new Arrival(arrival.event(), time + 1, arrival.late()));
        } else {
            waiting.add(input);
        }
    }

    /** Comes before time has reached the instant at which it matters; customers find it when they get there. */
    @Override
    public void processElement2(StreamRecord<ControlMessage> message) {
        regimes.take(message.getValue(), time);
    }

    /** The lower watermark of both inputs has risen. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.equals(Watermark.MAX_WATERMARK)) {
            applyUntil(Long.MAX_VALUE);
        } else if (mark.getTimestamp() > time) {
            advanceTo(mark.getTimestamp());
        }
        tallies.passed(mark.getTimestamp()); // whoever adds them up has all of an hour when its end has come
        output.emitWatermark(mark);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        String key = timer.getKey();
        Customer customer = state.customers().change(key);
        if (customer == null || customer.timerAt() != timer.getTimestamp()) {
            return;
        }
        String band = customer.band();
        if (customer.wake(timer.getTimestamp(), regimeAt(timer.getTimestamp()), findings)) {
            measured.moved(band, customer.band());
            customer.timerAt(customer.wakeAt());
            setCurrentKey(key); // reading this customer may have written another one back under its own key
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, customer.timerAt());
        } else {
            forget(key);
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("no timer of this operator runs on the wall clock");
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        state.save(waiting, time, measured.bands());
        ruleBook.update(List.of(regimes.ruleHistory()));
    }

    @Override
    public void close() throws Exception {
        if (regimes != null) {
            regimes.close();
        }
        super.close();
    }

    /** So that the counts are in the checkpoint of whoever adds them up. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        sendCounts();
    }

    @Override
    public void finish() {
        sendCounts();
    }

    private void sendCounts() {
        tallies.flush();
        for (RuleEffect effect : effects.take()) {
            output.collect(RULE_EFFECTS, new StreamRecord<>(effect));
        }
    }

    /** Everything up to and including the instant: what waits, and the daily instants between. */
    private void advanceTo(long instant) throws Exception {
        applyUntil(instant);
        fireTimers(instant);
        time = instant;
    }

    private void applyUntil(long instant) throws Exception {
        for (CustomerInput input = waiting.pollUntil(instant); input != null; input = waiting.pollUntil(instant)) {
            fireTimers(input.place() - 1);
            time = Math.max(time, input.place() - 1);
            if (input instanceof Arrival arrival) {
                apply(arrival);
            } else {
                forget(input.key());
            }
        }
    }

    private void fireTimers(long instant) throws Exception {
        timeServiceManager.advanceWatermark(new Watermark(instant));
    }

    private void apply(Arrival arrival) throws Exception {
        long started = measured.evaluationStarts();
        String key = arrival.key();
        Customer customer = state.customers().change(key);
        boolean fresh = customer == null;
        if (customer == null) {
            customer = Customer.create(arrival.tenantId(), arrival.customerId());
            state.customers().add(key, customer);
        }
        String band = customer.band();
        if (!customer.apply(arrival, regimeAt(arrival.place()), findings)) {
            measured.duplicate();
            return;
        }
        measured.moved(fresh ? null : band, customer.band());
        if (arrival.late()) {
            measured.late();
            output.collect(LATE_EVENTS, new StreamRecord<>(arrival.event()));
        } else {
            measured.applied();
        }
        reschedule(key, customer);
        measured.evaluationEnds(started);
    }

    /** A timer that comes too early does no harm: it is set anew then. One that comes too late is replaced. */
    private void reschedule(String key, Customer customer) {
        long due = customer.wakeAt();
        long set = customer.timerAt();
        if (set <= due) {
            return;
        }
        setCurrentKey(key);
        if (set != Long.MAX_VALUE) {
            timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, set);
        }
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, due);
        customer.timerAt(due);
    }

    private void unready(RuleInForce rule, Throwable reason) {
        LOG.error(
                "Rule {} of version {} cannot be made ready and does not run.", rule.ruleId(), rule.version(), reason);
        measured.unready();
    }

    private void replaced(String sha256, Exception reason) {
        LOG.error(
                "The model artifact {} is scored by the forest, since the scorer of the settings fails.",
                sha256,
                reason);
    }

    /** What customers are judged by at an instant. */
    Regime regimeAt(long instant) {
        return regimes.at(instant);
    }

    private void forget(String key) throws Exception {
        Customer customer = state.customers().change(key);
        if (customer != null) {
            measured.moved(customer.band(), null);
            setCurrentKey(key);
            timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, customer.timerAt());
            state.customers().remove(key);
        }
        output.collect(new StreamRecord<>(HealthRecord.forgotten(key)));
    }

    private long lagMillis() {
        return time == Long.MIN_VALUE
                ? 0
                : Math.max(0, getProcessingTimeService().getCurrentProcessingTime() - time);
    }
}
