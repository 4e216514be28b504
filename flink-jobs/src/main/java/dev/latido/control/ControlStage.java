package dev.latido.control;

import dev.latido.codec.CodecTypeInformation;
import dev.latido.codec.DecodedCodec;
import dev.latido.codec.EffectiveChangeCodec;
import dev.latido.codec.RuleRequestCodec;
import dev.latido.ingest.EventSource;
import dev.latido.ingest.IngestFunction;
import dev.latido.rule.EffectiveChange;
import dev.latido.rule.RuleEffect;
import dev.latido.rule.RuleRequest;
import dev.latido.rule.RuleStatus;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** The time of the events, and changes of rules → the time of the job, and changes with the instant they take effect at. */
public final class ControlStage {

    private ControlStage() {}

    /** Records as people wrote them → changes of rules, and dead letters. */
    public static RuleRequestStreams requests(StreamExecutionEnvironment env, EventSource<RuleRequest> rules) {
        SingleOutputStreamOperator<RuleRequest> read = env.fromSource(
                        rules.source(),
                        rules.time(),
                        "rules-source",
                        new CodecTypeInformation<>(DecodedCodec.ofRuleRequests()))
                .uid("rules-source")
                .setParallelism(rules.parallelism())
                .process(new RuleRequestFunction())
                .returns(new CodecTypeInformation<>(RuleRequestCodec.INSTANCE))
                .name("rules-read")
                .uid("rules-read")
                .setParallelism(rules.parallelism());
        return new RuleRequestStreams(read, read.getSideOutput(IngestFunction.DEAD_LETTERS));
    }

    /**
     * Orders changes of rules into the time of the events.
     *
     * @param firstPlaces in the time of the events, the lowest places that were read
     * @param requests empty where the rules stay as they are
     */
    public static ControlStreams order(
            DataStream<Long> firstPlaces, Optional<DataStream<RuleRequest>> requests, ControlOperator operator) {
        SingleOutputStreamOperator<EffectiveChange> changes = firstPlaces
                .connect(requests.orElseGet(() -> none(firstPlaces)))
                .transform("control", new CodecTypeInformation<>(EffectiveChangeCodec.INSTANCE), operator)
                .uid("control")
                .forceNonParallel()
                .setBufferTimeout(0); // whoever waits for the time waits for this stage too
        return new ControlStreams(changes, changes.getSideOutput(ControlOperator.STATUSES));
    }

    /** The control stage has two inputs in any case. */
    private static DataStream<RuleRequest> none(DataStream<Long> firstPlaces) {
        return firstPlaces
                .flatMap((Long place, Collector<RuleRequest> out) -> {})
                .returns(new CodecTypeInformation<>(RuleRequestCodec.INSTANCE))
                .name("no-rules")
                .uid("no-rules")
                .setParallelism(firstPlaces.getParallelism());
    }

    /** What became of changes, and what they did to customers → all that is to be said of changes. */
    public static DataStream<RuleStatus> statuses(DataStream<RuleStatus> statuses, DataStream<RuleEffect> effects) {
        return statuses.connect(effects)
                .transform("rule-status", TypeInformation.of(RuleStatus.class), new RuleStatusOperator())
                .uid("rule-status")
                .forceNonParallel();
    }
}
