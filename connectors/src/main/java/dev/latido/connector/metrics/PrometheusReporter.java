package dev.latido.connector.metrics;

import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.metrics.CharacterFilter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows Flink's metrics and the job's own at {@code http://HOST:PORT/metrics}; {@link MetricName} says how they are
 * called. Settings: {@code host} (127.0.0.1) and {@code port} (9249; 0 for any free one; {@code 9249-9259} for the first
 * free of a range). Without a port, the metrics can still be read in this process through {@link LatidoMetrics}.
 */
public final class PrometheusReporter implements MetricReporter {

    private static final Logger LOG = LoggerFactory.getLogger(PrometheusReporter.class);

    private static final char SCOPE_DELIMITER = '\u001f';

    private final MetricStore store = new MetricStore();
    private @Nullable MetricEndpoint endpoint;

    @Override
    public void open(MetricConfig settings) {
        String host = text(settings, "host", "127.0.0.1");
        String ports = text(settings, "port", "9249");
        try {
            endpoint = MetricEndpoint.open(host, PortRange.parse(ports), store);
            LOG.info("Metrics are served at {}", endpoint.address());
            LatidoMetrics.add(store, endpoint.address());
        } catch (MetricEndpointException e) {
            LOG.error("{}", e.getMessage());
            LatidoMetrics.add(store, e);
        }
    }

    /** A setting that was made in code may be a number. */
    private static String text(MetricConfig settings, String key, String unset) {
        return settings.getOrDefault(key, unset).toString();
    }

    @Override
    public void close() {
        LatidoMetrics.remove(store);
        if (endpoint != null) {
            endpoint.close();
        }
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String metricName, MetricGroup group) {
        MetricName name = name(metricName, group);
        if (metric instanceof Counter counter) {
            store.add(name, MetricType.COUNTER, metric, () -> (double) counter.getCount());
        } else if (metric instanceof Meter meter) {
            store.add(name, MetricType.gauge(name), metric, meter::getRate);
        } else if (metric instanceof Gauge<?> gauge) {
            store.add(name, MetricType.gauge(name), metric, () -> number(gauge.getValue()));
        } else if (metric instanceof Histogram histogram && DurationHistogram.isOne(histogram)) {
            store.add(name, MetricType.HISTOGRAM, metric, () -> DurationHistogram.read(histogram));
        } else if (metric instanceof Histogram histogram) {
            store.add(name, MetricType.SUMMARY, metric, quantiles(histogram));
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String metricName, MetricGroup group) {
        store.remove(name(metricName, group), metric);
    }

    private static MetricName name(String metricName, MetricGroup group) {
        String scope =
                LogicalScopeProvider.castFrom(group).getLogicalScope(CharacterFilter.NO_OP_FILTER, SCOPE_DELIMITER);
        List<String> groups = List.of(scope.split(String.valueOf(SCOPE_DELIMITER)));
        return MetricName.of(groups, metricName, group.getAllVariables());
    }

    private static @Nullable Double number(@Nullable Object value) {
        if (value instanceof Boolean yes) {
            return yes ? 1.0 : 0.0;
        }
        return value instanceof Number number ? number.doubleValue() : null;
    }

    private static Supplier<@Nullable QuantileReading> quantiles(Histogram histogram) {
        return () -> {
            HistogramStatistics statistics = histogram.getStatistics();
            return new QuantileReading(
                    histogram.getCount(),
                    statistics.getQuantile(0.5),
                    statistics.getQuantile(0.95),
                    statistics.getQuantile(0.99));
        };
    }
}
