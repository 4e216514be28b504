package dev.latido.control;

import dev.latido.connector.record.Decoded;
import dev.latido.ingest.DeadLetters;
import dev.latido.ingest.IngestFunction;
import dev.latido.rule.RuleRequest;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Passes on what was read of a rule; what names no rule goes to {@link IngestFunction#DEAD_LETTERS}.
 *
 * <p>State: none.
 */
public final class RuleRequestFunction extends ProcessFunction<Decoded<RuleRequest>, RuleRequest> {

    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(Decoded<RuleRequest> decoded, Context context, Collector<RuleRequest> out) {
        if (decoded instanceof Decoded.Event<RuleRequest> request) {
            out.collect(request.event());
        } else if (decoded instanceof Decoded.Rejected<RuleRequest> rejected) {
            context.output(IngestFunction.DEAD_LETTERS, DeadLetters.of(rejected));
        }
    }
}
