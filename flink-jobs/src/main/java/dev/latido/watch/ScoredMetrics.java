package dev.latido.watch;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** How many scores artifacts have given. */
public final class ScoredMetrics {

    /** More would make the metric unreadable, and its size depend on how often models are swapped. */
    private static final int MOST_SERIES = 100;

    private static final String OTHER = "other";

    private final MetricGroup group;
    private final Map<Series, Counter> counters = new HashMap<>();

    private record Series(String model, String version, String role) {}

    /** @param operator the group of the operator that scores */
    public ScoredMetrics(MetricGroup operator) {
        group = operator.addGroup("latido");
    }

    /**
     * The counter of the scores of an artifact, for whoever scores to keep: to look it up takes as long as to score.
     *
     * @param role {@code active} or {@code shadow}
     */
    public Counter counter(String model, String version, String role) {
        Series wanted = new Series(model, version, role);
        boolean isOwn = counters.size() < MOST_SERIES || counters.containsKey(wanted);
        return counters.computeIfAbsent(isOwn ? wanted : new Series(model, OTHER, role), this::register);
    }

    private Counter register(Series series) {
        return group.addGroup("model", series.model())
                .addGroup("version", series.version())
                .addGroup("role", series.role())
                .counter("model_scored");
    }
}
