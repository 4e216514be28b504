package dev.latido.connector.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The job's own metrics in this process, as its reporters show them; empty once these are closed. */
public final class LatidoMetrics {

    private static final Map<MetricStore, Reporting> REPORTING = new ConcurrentHashMap<>();

    private LatidoMetrics() {}

    static void add(MetricStore store, URI address) {
        REPORTING.put(store, new Reporting(Optional.of(address), Optional.empty()));
    }

    static void add(MetricStore store, MetricEndpointException problem) {
        REPORTING.put(store, new Reporting(Optional.empty(), Optional.ofNullable(problem.getMessage())));
    }

    static void remove(MetricStore store) {
        REPORTING.remove(store);
    }

    /** The metrics by name and labels, as Prometheus writes them: {@code latido_dead_letters_total{reason="x"}}. */
    public static Map<String, Double> snapshot() {
        Map<String, Double> values = new TreeMap<>();
        for (MetricStore store : REPORTING.keySet()) {
            store.collectOwn().forEach(family -> read(family, values));
        }
        return values;
    }

    /** Where the metrics are served; one address for each reporter that has a port. */
    public static List<URI> addresses() {
        return REPORTING.values().stream()
                .flatMap(reporting -> reporting.address.stream())
                .toList();
    }

    /** Why metrics are not served, one sentence for each reporter without a port. */
    public static List<String> problems() {
        return REPORTING.values().stream()
                .flatMap(reporting -> reporting.problem.stream())
                .toList();
    }

    private static void read(MetricSnapshot family, Map<String, Double> values) {
        String name = family.getMetadata().getName();
        for (DataPointSnapshot point : family.getDataPoints()) {
            String labels = text(point.getLabels());
            if (point instanceof CounterDataPointSnapshot counter) {
                values.merge(name + "_total" + labels, counter.getValue(), Double::sum);
            } else if (point instanceof GaugeDataPointSnapshot gauge) {
                values.merge(name + labels, gauge.getValue(), Double::sum);
            } else if (point instanceof HistogramDataPointSnapshot histogram) {
                values.merge(name + "_count" + labels, (double) histogram.getCount(), Double::sum);
                values.merge(name + "_sum" + labels, histogram.getSum(), Double::sum);
            }
        }
    }

    private static String text(Labels labels) {
        return labels.isEmpty()
                ? ""
                : labels.stream()
                        .map(label -> label.getName() + "=\"" + escaped(label.getValue()) + "\"")
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private record Reporting(Optional<URI> address, Optional<String> problem) {}
}
