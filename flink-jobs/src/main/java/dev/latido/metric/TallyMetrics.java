package dev.latido.metric;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/** A number of records, kept as a metric for those who watch and as an accumulator for the summary of a bounded run. */
public final class TallyMetrics {

    public static final String IN = "records_in";
    public static final String IGNORED = "records_ignored";
    public static final String DEAD_LETTERS = "records_dead_letters";
    public static final String DUPLICATE = "records_duplicate";
    public static final String LATE = "records_late";
    public static final String APPLIED = "records_applied";

    private final Counter metric;
    private final LongCounter accumulator;

    public TallyMetrics(RuntimeContext context, String name) {
        metric = context.getMetricGroup().addGroup("latido").counter(name);
        accumulator = context.getLongCounter(name);
    }

    public void increment() {
        metric.inc();
        accumulator.add(1L);
    }
}
