package dev.latido.control;

import dev.latido.change.ChangeKind;
import dev.latido.change.ControlMessage;
import dev.latido.change.ControlStatus;
import dev.latido.change.Request;
import dev.latido.codec.CodecTypeInformation;
import dev.latido.codec.ModelContentCodec;
import dev.latido.codec.ModelHistoryCodec;
import dev.latido.codec.RuleHistoryCodec;
import dev.latido.model.scorer.ScorerChoice;
import dev.latido.rule.RuleBook;
import dev.latido.rule.RuleHistory;
import dev.latido.rule.RuleStatus;
import dev.latido.scoring.ModelBook;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelContent;
import dev.latido.scoring.ModelHistory;
import dev.latido.scoring.ModelStatus;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Keeps event time for all customers, as the one subtask it has: passes the events' watermark on and, while all events are
 * silent in a live job, goes on with the wall clock. A change takes effect one millisecond after the watermark passed on
 * last, and is passed on before any later one, so that no customer can be further than the change. What becomes of a change
 * is published at {@link #RULE_STATUSES} and {@link #MODEL_STATUSES}.
 *
 * <p>The first input has the time of the events and, as its only records, the lowest places that were read; the second one
 * has the changes, and its time does not count.
 *
 * <p>Customers keep the changes of rules themselves; models they know only from here, so that all that matters of those is
 * passed on again when this stage opens.
 *
 * <p>State: {@code control-time}, the event time passed on, {@code rule-book}, the rules in force with what has changed, {@code
 * model-book} and {@code model-contents}, the same of models and the files of their artifacts; replaced by every checkpoint.
 */
public final class ControlOperator extends AbstractStreamOperator<ControlMessage>
        implements TwoInputStreamOperator<Long, Request, ControlMessage> {

    public static final OutputTag<RuleStatus> RULE_STATUSES =
            new OutputTag<>("rule-statuses", TypeInformation.of(RuleStatus.class));
    public static final OutputTag<ModelStatus> MODEL_STATUSES =
            new OutputTag<>("model-statuses", TypeInformation.of(ModelStatus.class));

    private static final long serialVersionUID = 1L;

    private static final long SILENCE_TICK_MILLIS = 1000;
    private static final int EVENTS = 0;

    private final List<Request> initial;
    private final boolean live;
    private final ScorerChoice scorer;

    private transient SilenceClock silence;
    private transient ListState<Long> controlTime;
    private transient ListState<RuleHistory> ruleBook;
    private transient ListState<ModelHistory> modelBook;
    private transient ListState<ModelContent> modelContents;
    private transient RuleBook book;
    private transient RuleRegistrar rules;
    private transient ModelRegistrar models;
    private transient ChangeMetrics ruleChanges;
    private transient ChangeMetrics modelChanges;
    private transient long time;
    private transient long passedOn;
    private transient long firstPlace;
    private transient @Nullable ScheduledFuture<?> tick;

    /**
     * A stage that begins, where there is no state, with rules and models of its own.
     *
     * @param initial what the rules and models are before anything happens
     * @param live whether event time goes on with the wall clock while all events are silent
     * @param scorer what is to walk the trees of models
     */
    @SuppressWarnings("NullAway.Init") // the transient fields are made in initializeState
    public ControlOperator(List<? extends Request> initial, boolean live, ScorerChoice scorer) {
        this.initial = List.copyOf(initial);
        this.live = live;
        this.scorer = scorer;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        silence = new SilenceClock();
        controlTime =
                context.getOperatorStateStore().getListState(new ListStateDescriptor<>("control-time", Types.LONG));
        ruleBook = context.getOperatorStateStore()
                .getListState(
                        new ListStateDescriptor<>("rule-book", new CodecTypeInformation<>(RuleHistoryCodec.INSTANCE)));
        modelBook = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>(
                        "model-book", new CodecTypeInformation<>(ModelHistoryCodec.INSTANCE)));
        modelContents = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>(
                        "model-contents", new CodecTypeInformation<>(ModelContentCodec.INSTANCE)));
        time = Long.MIN_VALUE;
        for (long reached : controlTime.get()) {
            time = reached;
        }
        book = RuleBook.ofAll(ruleBook.get());
        rules = new RuleRegistrar(book);
        models = new ModelRegistrar(ModelBook.of(restoredModels()), modelContents.get());
        passedOn = Long.MIN_VALUE;
        firstPlace = Long.MAX_VALUE;
    }

    private ModelHistory restoredModels() throws Exception {
        ModelHistory restored = ModelHistory.EMPTY;
        for (ModelHistory history : modelBook.get()) {
            restored = history;
        }
        return restored;
    }

    /** Whoever follows has the first rules, and all models, before any time has passed. */
    @Override
    public void open() throws Exception {
        super.open();
        ruleChanges = new ChangeMetrics(getMetricGroup(), ChangeKind.RULE);
        modelChanges = new ChangeMetrics(getMetricGroup(), ChangeKind.MODEL);
        pass(models.resume(time), MODEL_STATUSES, modelChanges);
        boolean withRules = ruleBook.get().iterator().hasNext();
        boolean withModels = modelBook.get().iterator().hasNext();
        for (Request request : initial) {
            if (request.kind() == ChangeKind.RULE ? !withRules : !withModels) {
                decide(request instanceof ModelChange change ? ModelLoader.load(change, scorer) : request);
            }
        }
    }

    /** A place that is lower than those before it of the same subtask. */
    @Override
    public void processElement1(StreamRecord<Long> place) {
        firstPlace = Math.min(firstPlace, place.getValue());
    }

    /** A change, of models with the artifacts that were loaded for it. */
    @Override
    public void processElement2(StreamRecord<Request> request) {
        decide(request.getValue());
    }

    private void decide(Request request) {
        switch (request.kind()) {
            case RULE -> pass(rules.decide(request, time), RULE_STATUSES, ruleChanges);
            case MODEL -> pass(models.decide(request, time), MODEL_STATUSES, modelChanges);
        }
    }

    private <S extends ControlStatus> void pass(Decision<S> decision, OutputTag<S> tag, ChangeMetrics counts) {
        counts.count(decision);
        for (ControlMessage message : decision.passedOn()) {
            output.collect(new StreamRecord<>(message));
        }
        for (S status : decision.statuses()) {
            output.collect(tag, new StreamRecord<>(status));
        }
    }

    @Override
    public void processWatermark1(Watermark mark) {
        if (mark.equals(Watermark.MAX_WATERMARK)) {
            speak();
            output.emitWatermark(mark);
        } else {
            passOn(mark.getTimestamp());
        }
    }

    /** A change takes effect by the time of the events. */
    @Override
    public void processWatermark2(Watermark mark) {}

    /** Whoever follows must never take this stage for idle: it is the one that knows the time. */
    @Override
    protected void processWatermarkStatus(WatermarkStatus status, int input) {
        if (input == EVENTS && status.isActive()) {
            speak();
        } else if (input == EVENTS && live && !silence.isSilent()) {
            silence.silent(time, wallClock());
            tickWhileSilent();
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        controlTime.update(List.of(time));
        ruleBook.update(List.of(book.history()));
        modelBook.update(List.of(models.history()));
        modelContents.update(models.contents());
    }

    /** After silence, or from an earlier state, time stands until the events have caught up. */
    private void passOn(long at) {
        time = Math.max(time, at);
        if (at > passedOn) {
            passedOn = at;
            output.emitWatermark(new Watermark(at));
        }
    }

    private void speak() {
        silence.active();
        if (tick != null) {
            tick.cancel(false);
        }
    }

    private void tickWhileSilent() {
        tick = getProcessingTimeService().registerTimer(wallClock() + SILENCE_TICK_MILLIS, scheduled -> {
            if (silence.isSilent()) {
                goOnInSilence();
                tickWhileSilent();
            }
        });
    }

    /** Where there is no event time yet, it begins with what was read first: events of sparse sources. */
    private void goOnInSilence() {
        if (time != Long.MIN_VALUE) {
            passOn(Math.max(time, silence.eventTime(wallClock())));
        } else if (firstPlace != Long.MAX_VALUE) {
            passOn(firstPlace - 1);
            silence.silent(time, wallClock());
        }
    }

    private long wallClock() {
        return getProcessingTimeService().getCurrentProcessingTime();
    }
}
