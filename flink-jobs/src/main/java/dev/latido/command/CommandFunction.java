package dev.latido.command;

import dev.latido.connector.record.Decoded;
import dev.latido.event.CustomerInput;
import dev.latido.event.Erasure;
import dev.latido.ingest.DeadLetters;
import dev.latido.ingest.IngestFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Passes commands on; what is not a command goes to {@link IngestFunction#DEAD_LETTERS}. An erasure at once is passed on
 * a second time with the time at which it was given, so that events from before that are forgotten too when they are read
 * after it: late ones, or all of them by a job that begins anew.
 *
 * <p>State: none.
 */
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
            pass(command, out);
        } else if (decoded instanceof Decoded.Rejected<CustomerInput> rejected) {
            refused.inc();
            context.output(IngestFunction.DEAD_LETTERS, DeadLetters.of(rejected));
        }
    }

    private static void pass(Decoded.Event<CustomerInput> command, Collector<CustomerInput> out) {
        out.collect(command.event());
        if (command.event() instanceof Erasure erasure && erasure.place() == Erasure.AT_ONCE) {
            out.collect(erasure.effectiveAt(command.at()));
        }
    }
}
