package dev.latido.connector.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;

/**
 * A kind of metric: how the readings of several subtasks become one value, and how values are shown.
 *
 * @param grows whether a value never goes back, so that what is removed still counts
 * @param <T> type of a reading
 */
record MetricType<T>(
        BinaryOperator<T> merge, boolean grows, BiFunction<String, Map<Labels, T>, MetricSnapshot> snapshot) {

    static final MetricType<Double> COUNTER = new MetricType<>(Double::sum, true, MetricType::counters);
    static final MetricType<Double> SUMMED_GAUGE = new MetricType<>(Double::sum, false, MetricType::gauges);
    static final MetricType<Double> HIGHEST_GAUGE = new MetricType<>(Math::max, false, MetricType::gauges);
    static final MetricType<Distribution> HISTOGRAM =
            new MetricType<>(Distribution::plus, true, MetricType::histograms);
    static final MetricType<QuantileReading> SUMMARY =
            new MetricType<>(QuantileReading::worst, false, MetricType::summaries);

    /**
     * How a gauge is merged. Shares of a whole add up; of lags and watermarks, as of all that is Flink's, the highest
     * counts.
     */
    static MetricType<Double> gauge(MetricName name) {
        boolean highest = !name.isOwn()
                || name.family().endsWith("_lag_seconds")
                || name.family().contains("watermark");
        return highest ? HIGHEST_GAUGE : SUMMED_GAUGE;
    }

    private static MetricSnapshot counters(String family, Map<Labels, Double> values) {
        var snapshot = CounterSnapshot.builder().name(family);
        values.forEach((labels, value) -> snapshot.dataPoint(CounterDataPointSnapshot.builder()
                .labels(labels)
                .value(Math.max(0, value))
                .build()));
        return snapshot.build();
    }

    private static MetricSnapshot gauges(String family, Map<Labels, Double> values) {
        var snapshot = GaugeSnapshot.builder().name(family);
        values.forEach((labels, value) -> snapshot.dataPoint(
                GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
        return snapshot.build();
    }

    private static MetricSnapshot histograms(String family, Map<Labels, Distribution> values) {
        var snapshot = HistogramSnapshot.builder().name(family);
        values.forEach((labels, value) -> snapshot.dataPoint(value.dataPoint(labels)));
        return snapshot.build();
    }

    private static MetricSnapshot summaries(String family, Map<Labels, QuantileReading> values) {
        var snapshot = SummarySnapshot.builder().name(family);
        values.forEach((labels, value) -> snapshot.dataPoint(value.dataPoint(labels)));
        return snapshot.build();
    }
}
