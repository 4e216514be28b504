package dev.latido.control;

import dev.latido.rule.EffectiveChange;
import dev.latido.rule.RuleChange;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.jspecify.annotations.Nullable;

/**
 * Keeps event time for all customers, as the one subtask it has: passes the events' watermark on and, while all events are
 * silent in a live job, goes on with the wall clock. A change takes effect one millisecond after the watermark passed on
 * last, and is passed on before any later one, so that no customer can be further than the change.
 *
 * <p>The first input has the time of the events and, as its only records, the lowest places that were read; the second one
 * has the changes, and its time does not count.
 *
 * <p>State: {@code control-time}, the event time passed on, and {@code last-change}, the number of the latest change;
 * replaced by every checkpoint.
 */
public final class ControlOperator extends AbstractStreamOperator<EffectiveChange>
        implements TwoInputStreamOperator<Long, RuleChange, EffectiveChange> {

    private static final long serialVersionUID = 1L;

    private static final long SILENCE_TICK_MILLIS = 1000;
    private static final int EVENTS = 0;

    private final boolean live;

    private transient SilenceClock silence;
    private transient ListState<Long> controlTime;
    private transient ListState<Long> lastChange;
    private transient long time;
    private transient long passedOn;
    private transient long firstPlace;
    private transient long changeId;
    private transient @Nullable ScheduledFuture<?> tick;

    /** @param live whether event time goes on with the wall clock while all events are silent */
    @SuppressWarnings("NullAway.Init") // the transient fields are made in initializeState
    public ControlOperator(boolean live) {
        this.live = live;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        silence = new SilenceClock();
        controlTime =
                context.getOperatorStateStore().getListState(new ListStateDescriptor<>("control-time", Types.LONG));
        lastChange = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("last-change", Types.LONG));
        time = only(controlTime, Long.MIN_VALUE);
        changeId = only(lastChange, 0);
        passedOn = Long.MIN_VALUE;
        firstPlace = Long.MAX_VALUE;
    }

    private static long only(ListState<Long> state, long otherwise) throws Exception {
        for (long value : state.get()) {
            return value;
        }
        return otherwise;
    }

    /** A place that is lower than those before it of the same subtask. */
    @Override
    public void processElement1(StreamRecord<Long> place) {
        firstPlace = Math.min(firstPlace, place.getValue());
    }

    @Override
    public void processElement2(StreamRecord<RuleChange> element) {
        RuleChange change = element.getValue();
        changeId++;
        output.collect(
                new StreamRecord<>(new EffectiveChange(changeId, Math.max(time + 1, change.effectiveAt()), change)));
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
        lastChange.update(List.of(changeId));
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
