package dev.latido.control;

import dev.latido.change.ControlMessage;
import dev.latido.change.Request;
import dev.latido.codec.CodecSerializer;
import dev.latido.codec.ControlMessageCodec;
import dev.latido.model.scorer.ScorerChoice;
import dev.latido.rule.EffectiveChange;
import dev.latido.rule.RuleStatus;
import dev.latido.scoring.ModelStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;

/** A {@link ControlOperator} in Flink's harness, with what it has passed on so far, over restarts too. */
final class ControlHarness implements AutoCloseable {

    private final List<Request> initial;
    private final boolean live;
    private final List<RuleStatus> statuses = new ArrayList<>();
    private final List<ModelStatus> modelStatuses = new ArrayList<>();
    private final List<Object> passedOn = new ArrayList<>();
    private TwoInputStreamOperatorTestHarness<Long, Request, ControlMessage> stage;

    private ControlHarness(List<Request> initial, boolean live) throws Exception {
        this.initial = initial;
        this.live = live;
        this.stage = stage();
        stage.open();
        collect();
    }

    /** A stage of a live job that begins with these rules where it has no state. */
    static ControlHarness beginningWith(Request... initial) throws Exception {
        return new ControlHarness(List.of(initial), true);
    }

    static ControlHarness live() throws Exception {
        return new ControlHarness(List.of(), true);
    }

    static ControlHarness bounded() throws Exception {
        return new ControlHarness(List.of(), false);
    }

    private TwoInputStreamOperatorTestHarness<Long, Request, ControlMessage> stage() throws Exception {
        var made = new TwoInputStreamOperatorTestHarness<>(new ControlOperator(initial, live, ScorerChoice.FOREST));
        made.setup(new CodecSerializer<>(ControlMessageCodec.INSTANCE));
        return made;
    }

    void read(long place) throws Exception {
        stage.processElement1(new StreamRecord<>(place));
        collect();
    }

    void change(Request change) throws Exception {
        stage.processElement2(new StreamRecord<>(change));
        collect();
    }

    void watermark(long at) throws Exception {
        stage.processWatermark1(new Watermark(at));
        collect();
    }

    void watermarkOfChanges(long at) throws Exception {
        stage.processWatermark2(new Watermark(at));
        collect();
    }

    void silence() throws Exception {
        stage.processWatermarkStatus1(WatermarkStatus.IDLE);
        collect();
    }

    void speech() throws Exception {
        stage.processWatermarkStatus1(WatermarkStatus.ACTIVE);
        collect();
    }

    void silenceOfChanges() throws Exception {
        stage.processWatermarkStatus2(WatermarkStatus.IDLE);
        collect();
    }

    void wallClock(long millis) throws Exception {
        stage.setProcessingTime(millis);
        collect();
    }

    /** Takes a checkpoint, throws the stage away, and goes on from the checkpoint with a new one. */
    void restart() throws Exception {
        OperatorSubtaskState state = stage.snapshot(1, 1);
        stage.close();
        stage = stage();
        stage.initializeState(state);
        stage.open();
        collect();
    }

    /** Watermarks as numbers, changes and statuses as they are. */
    List<Object> passedOn() {
        return List.copyOf(passedOn);
    }

    List<EffectiveChange> changes() {
        return passedOn.stream()
                .filter(EffectiveChange.class::isInstance)
                .map(EffectiveChange.class::cast)
                .toList();
    }

    List<RuleStatus> statuses() {
        return List.copyOf(statuses);
    }

    List<ModelStatus> modelStatuses() {
        return List.copyOf(modelStatuses);
    }

    private void collect() {
        drain(stage.getSideOutput(ControlOperator.RULE_STATUSES), statuses);
        drain(stage.getSideOutput(ControlOperator.MODEL_STATUSES), modelStatuses);
        for (Object output = stage.getOutput().poll();
                output != null;
                output = stage.getOutput().poll()) {
            if (output instanceof Watermark watermark) {
                passedOn.add(watermark.getTimestamp());
            } else {
                passedOn.add(output instanceof StreamRecord<?> element ? element.getValue() : output);
            }
        }
    }

    private static <T> void drain(Queue<StreamRecord<T>> published, List<T> into) {
        if (published != null) {
            for (StreamRecord<T> record = published.poll(); record != null; record = published.poll()) {
                into.add(record.getValue());
            }
        }
    }

    @Override
    public void close() {
        try {
            stage.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
