package dev.latido.ingest;

import dev.latido.metric.TallyMetrics;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts dead letters: by the sort of their reason as metrics, in all as an accumulator. */
public final class DeadLetterMetrics {

    /** More would make the metric unreadable, and its size depend on the input. */
    private static final int MAX_CATEGORIES = 50;

    private final LongCounter total;
    private final MetricGroup group;
    private final Map<String, Counter> byCategory = new HashMap<>();

    public DeadLetterMetrics(RuntimeContext context) {
        total = context.getLongCounter(TallyMetrics.DEAD_LETTERS);
        group = context.getMetricGroup().addGroup("latido");
    }

    public void count(String reason) {
        total.add(1L);
        String category = DeadLetters.category(reason);
        String counted = byCategory.size() < MAX_CATEGORIES || byCategory.containsKey(category) ? category : "other";
        byCategory
                .computeIfAbsent(counted, name -> group.addGroup("reason", name).counter("dead_letters"))
                .inc();
    }
}
