package dev.latido.control;

import dev.latido.codec.CodecTypeInformation;
import dev.latido.codec.EffectiveChangeCodec;
import dev.latido.codec.RuleChangeCodec;
import dev.latido.rule.EffectiveChange;
import dev.latido.rule.RuleChange;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** The time of the events, and changes of rules → the time of the job, and changes with the instant they take effect at. */
public final class ControlStage {

    private ControlStage() {}

    /**
     * Orders changes of rules into the time of the events.
     *
     * @param firstPlaces in the time of the events, the lowest places that were read
     * @param changes empty where the rules stay as they are
     * @param live whether event time goes on with the wall clock while all events are silent
     */
    public static DataStream<EffectiveChange> order(
            DataStream<Long> firstPlaces, Optional<DataStream<RuleChange>> changes, boolean live) {
        return firstPlaces
                .connect(changes.orElseGet(() -> none(firstPlaces)))
                .transform(
                        "control", new CodecTypeInformation<>(EffectiveChangeCodec.INSTANCE), new ControlOperator(live))
                .uid("control")
                .forceNonParallel()
                .setBufferTimeout(0); // whoever waits for the time waits for this stage too
    }

    /** The control stage has two inputs in any case. */
    private static DataStream<RuleChange> none(DataStream<Long> firstPlaces) {
        return firstPlaces
                .flatMap((Long place, Collector<RuleChange> out) -> {})
                .returns(new CodecTypeInformation<>(RuleChangeCodec.INSTANCE))
                .name("no-rule-changes")
                .uid("no-rule-changes")
                .setParallelism(firstPlaces.getParallelism());
    }
}
