package dev.latido.connector.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The metrics of a process, by name and labels. Thread-safe. */
final class MetricStore implements MultiCollector {

    private final Map<String, Family<?>> families = new HashMap<>();

    /** Adds a metric; without effect where its name is already that of another type. */
    synchronized <T> void add(MetricName name, MetricType<T> type, Object metric, Supplier<@Nullable T> reading) {
        Family<?> family = families.computeIfAbsent(name.family(), key -> new Family<>(type));
        if (family.type.equals(type)) {
            @SuppressWarnings("unchecked") // the type says so
            Family<T> same = (Family<T>) family;
            same.series
                    .computeIfAbsent(name.labels(), key -> new Series<>(type.merge(), type.grows() && name.isOwn()))
                    .add(metric, reading);
        }
    }

    synchronized void remove(MetricName name, Object metric) {
        Family<?> family = families.get(name.family());
        if (family != null && family.isEmptyWithout(name.labels(), metric)) {
            families.remove(name.family());
        }
    }

    @Override
    public MetricSnapshots collect() {
        return read(family -> true);
    }

    /** The job's own metrics; reads no others. */
    MetricSnapshots collectOwn() {
        return read(family -> family.startsWith(MetricName.OWN_SCOPE + "_"));
    }

    private MetricSnapshots read(Predicate<String> wanted) {
        return new MetricSnapshots(values(wanted).stream()
                .map(Supplier::get)
                .filter(Objects::nonNull)
                .toList());
    }

    private synchronized List<Supplier<@Nullable MetricSnapshot>> values(Predicate<String> wanted) {
        return families.entrySet().stream()
                .filter(family -> wanted.test(family.getKey()))
                .map(family -> family.getValue().snapshot(family.getKey()))
                .toList();
    }

    /** All series of one name. */
    private static final class Family<T> {

        private final MetricType<T> type;
        private final Map<Labels, Series<T>> series = new HashMap<>();

        Family(MetricType<T> type) {
            this.type = type;
        }

        boolean isEmptyWithout(Labels labels, Object metric) {
            Series<T> one = series.get(labels);
            if (one != null) {
                one.remove(metric);
                if (one.isGone()) {
                    series.remove(labels);
                }
            }
            return series.isEmpty();
        }

        /** Null where none of the series can be read. */
        Supplier<@Nullable MetricSnapshot> snapshot(String name) {
            Map<Labels, Supplier<@Nullable T>> readings = new LinkedHashMap<>();
            series.forEach((labels, one) -> readings.put(labels, one.value()));
            return () -> {
                Map<Labels, T> values = new LinkedHashMap<>();
                readings.forEach((labels, reading) -> {
                    T value = reading.get();
                    if (value != null) {
                        values.put(labels, value);
                    }
                });
                return values.isEmpty() ? null : type.snapshot().apply(name, values);
            };
        }
    }
}
