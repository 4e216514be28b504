package dev.latido.rule.engine;

import dev.latido.event.CustomerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.functions.TimedOutPartialMatchHandler;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.operator.CepOperator;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** What Flink CEP's own operator finds. */
final class StockCep {

    private static final OutputTag<Finding> TIMED_OUT = new OutputTag<>("timed-out", TypeInformation.of(Finding.class));
    private static final int RARE = 9;

    private final Pattern<CustomerEvent, ?> pattern;
    private final Arrivals arrivals;
    private final Cadence cadence;
    private final List<Finding> findings = new ArrayList<>();
    private KeyedOneInputStreamOperatorTestHarness<String, CustomerEvent, Finding> harness;
    private long watermark = 0;

    private StockCep(Pattern<CustomerEvent, ?> pattern, Arrivals arrivals, Cadence cadence) throws Exception {
        this.pattern = pattern;
        this.arrivals = arrivals;
        this.cadence = cadence;
        harness = opened(null);
    }

    /**
     * All that it finds.
     *
     * @param restoreAt before which event the operator is written down and restored
     */
    static List<Finding> find(Pattern<CustomerEvent, ?> pattern, Arrivals arrivals, Cadence cadence, int restoreAt)
            throws Exception {
        return new StockCep(pattern, arrivals, cadence).run(restoreAt);
    }

    private List<Finding> run(int restoreAt) throws Exception {
        long highest = 0;
        int count = 0;
        for (CustomerEvent event : arrivals.arriving()) {
            if (count == restoreAt) {
                restore();
            }
            long at = event.at().toEpochMilli();
            harness.processElement(event, at);
            highest = Math.max(highest, at);
            count++;
            if (cadence != Cadence.AT_THE_END && (cadence != Cadence.RARELY || count % RARE == 0)) {
                advance(highest - arrivals.bound() - 1);
            }
        }
        if (cadence == Cadence.EVERY_INSTANT) {
            advance(arrivals.end());
        }
        harness.processWatermark(Watermark.MAX_WATERMARK);
        collect();
        harness.close();
        return findings;
    }

    private void advance(long to) throws Exception {
        if (cadence == Cadence.EVERY_INSTANT) {
            for (watermark = Math.max(watermark, 1_000 * arrivals.unit() - 1); watermark < to; watermark++) {
                harness.processWatermark(watermark + 1);
            }
        } else if (to > watermark) {
            watermark = to;
            harness.processWatermark(to);
        }
    }

    private void restore() throws Exception {
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        collect();
        harness.close();
        harness = opened(snapshot);
        harness.processWatermark(watermark);
    }

    private void collect() {
        findings.addAll(harness.extractOutputValues());
        var timedOut = harness.getSideOutput(TIMED_OUT);
        if (timedOut != null) {
            timedOut.forEach(record -> findings.add(record.getValue()));
        }
    }

    private KeyedOneInputStreamOperatorTestHarness<String, CustomerEvent, Finding> opened(
            @Nullable OperatorSubtaskState snapshot) throws Exception {
        var operator = new CepOperator<>(
                TypeInformation.of(CustomerEvent.class).createSerializer(new SerializerConfigImpl()),
                false,
                NFACompiler.compileFactory(pattern, true),
                Arrivals.ORDER::compare,
                pattern.getAfterMatchSkipStrategy(),
                new Found(),
                null);
        var opened = new KeyedOneInputStreamOperatorTestHarness<>(operator, CustomerEvent::customerId, Types.STRING);
        opened.setup(TypeInformation.of(Finding.class).createSerializer(new SerializerConfigImpl()));
        if (snapshot != null) {
            opened.initializeState(snapshot);
        }
        opened.open();
        return opened;
    }

    /** Passes on all that the operator tells. */
    private static final class Found extends PatternProcessFunction<CustomerEvent, Finding>
            implements TimedOutPartialMatchHandler<CustomerEvent> {

        @Override
        public void processMatch(Map<String, List<CustomerEvent>> match, Context context, Collector<Finding> out) {
            out.collect(Finding.of(match, false, context.timestamp()));
        }

        @Override
        public void processTimedOutMatch(Map<String, List<CustomerEvent>> partial, Context context) {
            context.output(TIMED_OUT, Finding.of(partial, true, context.timestamp()));
        }
    }
}
