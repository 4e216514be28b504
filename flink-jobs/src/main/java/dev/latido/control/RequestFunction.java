package dev.latido.control;

import dev.latido.change.Request;
import dev.latido.connector.record.Decoded;
import dev.latido.ingest.DeadLetters;
import dev.latido.ingest.IngestFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Passes on what was read of a change; what names nothing that could change goes to {@link IngestFunction#DEAD_LETTERS}.
 *
 * <p>State: none.
 */
public final class RequestFunction extends ProcessFunction<Decoded<Request>, Request> {

    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(Decoded<Request> decoded, Context context, Collector<Request> out) {
        if (decoded instanceof Decoded.Event<Request> request) {
            out.collect(request.event());
        } else if (decoded instanceof Decoded.Rejected<Request> rejected) {
            context.output(IngestFunction.DEAD_LETTERS, DeadLetters.of(rejected));
        }
    }
}
