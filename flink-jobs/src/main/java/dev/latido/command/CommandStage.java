package dev.latido.command;

import dev.latido.codec.CodecTypeInformation;
import dev.latido.codec.CustomerInputCodec;
import dev.latido.codec.DecodedCodec;
import dev.latido.event.CustomerInput;
import dev.latido.ingest.EventSource;
import dev.latido.ingest.IngestFunction;
import dev.latido.ingest.IngestedStreams;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Commands as people wrote them → commands to customers, and dead letters. */
public final class CommandStage {

    private CommandStage() {}

    public static IngestedStreams commands(StreamExecutionEnvironment env, EventSource<CustomerInput> commands) {
        SingleOutputStreamOperator<CustomerInput> checked = env.fromSource(
                        commands.source(),
                        commands.time(),
                        "commands-source",
                        new CodecTypeInformation<>(DecodedCodec.ofInputs()))
                .uid("commands-source")
                .setParallelism(commands.parallelism())
                .process(new CommandFunction())
                .returns(new CodecTypeInformation<>(CustomerInputCodec.INSTANCE))
                .name("commands-check")
                .uid("commands-check")
                .setParallelism(commands.parallelism());
        return new IngestedStreams(
                checked,
                checked.getSideOutput(IngestFunction.FIRST_PLACES),
                checked.getSideOutput(IngestFunction.DEAD_LETTERS));
    }
}
