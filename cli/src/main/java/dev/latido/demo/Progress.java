package dev.latido.demo;

import dev.latido.connector.metrics.LatidoMetrics;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the job has come, as its metrics say.
 *
 * @param recordsIn how many records have been read
 * @param eventTime up to which events have been applied; null before the first
 */
record Progress(long recordsIn, @Nullable Instant eventTime) {

    static Progress read(Clock clock) {
        Map<String, Double> metrics = LatidoMetrics.snapshot();
        double lagSeconds = metrics.getOrDefault("latido_watermark_lag_seconds", 0.0);
        return new Progress(
                metrics.getOrDefault("latido_records_in_total", 0.0).longValue(),
                lagSeconds == 0 ? null : clock.instant().minusMillis((long) (lagSeconds * 1000)));
    }
}
