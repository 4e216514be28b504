package dev.latido.control;

import dev.latido.change.ChangeKind;
import dev.latido.change.ControlMessage;
import dev.latido.change.Request;
import dev.latido.codec.CodecTypeInformation;
import dev.latido.codec.ControlMessageCodec;
import dev.latido.codec.DecodedCodec;
import dev.latido.codec.RequestCodec;
import dev.latido.ingest.EventSource;
import dev.latido.ingest.IngestFunction;
import dev.latido.model.scorer.ScorerChoice;
import dev.latido.rule.RuleEffect;
import dev.latido.rule.RuleStatus;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** The time of the events, and changes → the time of the job, and changes with the instant they take effect at. */
public final class ControlStage {

    private static final TypeInformation<Request> REQUESTS = new CodecTypeInformation<>(RequestCodec.INSTANCE);

    private ControlStage() {}

    /** Records as people wrote them → changes of rules, and dead letters. */
    public static RequestStreams rules(StreamExecutionEnvironment env, EventSource<Request> rules) {
        return read(env, rules, ChangeKind.RULE);
    }

    /**
     * Records as people wrote them → changes of models with the artifacts that they name, and dead letters.
     *
     * @param scorer what is to walk the trees
     */
    public static RequestStreams models(
            StreamExecutionEnvironment env, EventSource<Request> models, ScorerChoice scorer) {
        RequestStreams read = read(env, models, ChangeKind.MODEL);
        DataStream<Request> loaded = AsyncDataStream.orderedWait(
                        read.requests(),
                        new ModelLoadFunction(scorer),
                        ModelLoadFunction.LONGEST.toMillis(),
                        TimeUnit.MILLISECONDS,
                        ModelLoadFunction.MOST_WAITING)
                .returns(REQUESTS)
                .name("models-load")
                .uid("models-load")
                .setParallelism(models.parallelism());
        return new RequestStreams(loaded, read.deadLetters());
    }

    private static RequestStreams read(StreamExecutionEnvironment env, EventSource<Request> changes, ChangeKind kind) {
        String source = kind.text() + "s-source";
        String reading = kind.text() + "s-read";
        SingleOutputStreamOperator<Request> read = env.fromSource(
                        changes.source(), changes.time(), source, new CodecTypeInformation<>(DecodedCodec.ofRequests()))
                .uid(source)
                .setParallelism(changes.parallelism())
                .process(new RequestFunction())
                .returns(REQUESTS)
                .name(reading)
                .uid(reading)
                .setParallelism(changes.parallelism());
        return new RequestStreams(read, read.getSideOutput(IngestFunction.DEAD_LETTERS));
    }

    /**
     * Orders changes into the time of the events.
     *
     * @param firstPlaces in the time of the events, the lowest places that were read
     * @param requests empty where all stays as it is
     */
    public static ControlStreams order(
            DataStream<Long> firstPlaces, Optional<DataStream<Request>> requests, ControlOperator operator) {
        SingleOutputStreamOperator<ControlMessage> messages = firstPlaces
                .connect(requests.orElseGet(() -> none(firstPlaces)))
                .transform("control", new CodecTypeInformation<>(ControlMessageCodec.INSTANCE), operator)
                .uid("control")
                .forceNonParallel()
                .setBufferTimeout(0); // whoever waits for the time waits for this stage too
        return new ControlStreams(
                messages,
                messages.getSideOutput(ControlOperator.RULE_STATUSES),
                messages.getSideOutput(ControlOperator.MODEL_STATUSES));
    }

    /** The control stage has two inputs in any case. */
    private static DataStream<Request> none(DataStream<Long> firstPlaces) {
        return firstPlaces
                .flatMap((Long place, Collector<Request> out) -> {})
                .returns(REQUESTS)
                .name("no-changes")
                .uid("no-changes")
                .setParallelism(firstPlaces.getParallelism());
    }

    /** What became of changes, and what they did to customers → all that is to be said of changes of rules. */
    public static DataStream<RuleStatus> ruleStatuses(DataStream<RuleStatus> statuses, DataStream<RuleEffect> effects) {
        return statuses.connect(effects)
                .transform("rule-status", TypeInformation.of(RuleStatus.class), new RuleStatusOperator())
                .uid("rule-status")
                .forceNonParallel();
    }
}
