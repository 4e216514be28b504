package dev.latido.connector.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;

/** Some quantiles of what was measured, in the unit it was measured in. */
record QuantileReading(long count, double median, double p95, double p99) {

    /** Quantiles of a whole are unknown when only those of its parts are known; none is above the highest part's. */
    QuantileReading worst(QuantileReading other) {
        return new QuantileReading(
                count + other.count,
                Math.max(median, other.median),
                Math.max(p95, other.p95),
                Math.max(p99, other.p99));
    }

    SummaryDataPointSnapshot dataPoint(Labels labels) {
        return SummaryDataPointSnapshot.builder()
                .labels(labels)
                .count(count)
                .quantiles(Quantiles.of(new Quantile(0.5, median), new Quantile(0.95, p95), new Quantile(0.99, p99)))
                .build();
    }
}
