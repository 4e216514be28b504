package dev.latido.ingest;

import dev.latido.codec.CodecTypeInformation;
import dev.latido.codec.CustomerInputCodec;
import dev.latido.codec.DecodedCodec;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerInput;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Decoded records → events with their place in the order, and dead letters. */
public final class IngestStage {

    private final StreamExecutionEnvironment env;
    private final Map<String, Long> boundMillis;
    private final Aliases aliases;

    /**
     * A stage for the given sources.
     *
     * @param boundMillis by source, how far behind the highest time an event may come without being late
     */
    public IngestStage(StreamExecutionEnvironment env, Map<String, Long> boundMillis, Aliases aliases) {
        this.env = env;
        this.boundMillis = boundMillis;
        this.aliases = aliases;
    }

    /** The sources that event time follows. */
    public IngestedStreams events(EventSource<CustomerEvent> events) {
        return ingest(events, "events-source", "events-ingest");
    }

    /** The sources whose silence never holds event time back. */
    public IngestedStreams sparseEvents(EventSource<CustomerEvent> events) {
        return ingest(events, "sparse-events-source", "sparse-events-ingest");
    }

    private IngestedStreams ingest(EventSource<CustomerEvent> events, String sourceUid, String ingestUid) {
        SingleOutputStreamOperator<CustomerInput> ingested = env.fromSource(
                        events.source(), events.time(), sourceUid, new CodecTypeInformation<>(DecodedCodec.ofEvents()))
                .uid(sourceUid)
                .setParallelism(events.parallelism())
                .process(new IngestFunction(boundMillis, aliases))
                .returns(new CodecTypeInformation<>(CustomerInputCodec.INSTANCE))
                .name(ingestUid)
                .uid(ingestUid)
                .setParallelism(events.parallelism());
        return new IngestedStreams(
                ingested,
                ingested.getSideOutput(IngestFunction.FIRST_PLACES),
                ingested.getSideOutput(IngestFunction.DEAD_LETTERS));
    }
}
