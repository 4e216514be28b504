package dev.latido.command;

import dev.latido.connector.record.Decoded;
import dev.latido.event.CustomerInput;
import dev.latido.ingest.DeadLetters;
import dev.latido.ingest.IngestFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Passes commands on; what is not a command goes to {@link IngestFunction#DEAD_LETTERS}. State: none. */
public final class CommandFunction extends ProcessFunction<Decoded<CustomerInput>, CustomerInput> {

    private static final long serialVersionUID = 1L;

    private transient Counter accepted;
    private transient Counter refused;

    @SuppressWarnings("NullAway.Init") // the counters are made in open
    public CommandFunction() {}

    @Override
    public void open(OpenContext context) {
        accepted = getRuntimeContext().getMetricGroup().addGroup("latido").counter("commands_accepted");
        refused = getRuntimeContext().getMetricGroup().addGroup("latido").counter("commands_refused");
    }

    @Override
    public void processElement(Decoded<CustomerInput> decoded, Context context, Collector<CustomerInput> out) {
        if (decoded instanceof Decoded.Event<CustomerInput> command) {
            accepted.inc();
            out.collect(command.event());
        } else if (decoded instanceof Decoded.Rejected<CustomerInput> rejected) {
            refused.inc();
            context.output(IngestFunction.DEAD_LETTERS, DeadLetters.of(rejected));
        }
    }
}
