package dev.latido.connector.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Arrays;

/** How many durations fell between which bounds, and their sum. Immutable. */
final class Distribution {

    /** Upper bounds in nanoseconds: 1, 2.5 and 5 of each power of ten from a microsecond to ten seconds. */
    private static final long[] BOUNDS_NANOS = {
        1_000,
        2_500,
        5_000,
        10_000,
        25_000,
        50_000,
        100_000,
        250_000,
        500_000,
        1_000_000,
        2_500_000,
        5_000_000,
        10_000_000,
        25_000_000,
        50_000_000,
        100_000_000,
        250_000_000,
        500_000_000,
        1_000_000_000,
        2_500_000_000L,
        5_000_000_000L,
        10_000_000_000L
    };

    /** One for each bound, and one for what is beyond the last. */
    static final int BUCKETS = BOUNDS_NANOS.length + 1;

    private static final double NANOS_PER_SECOND = 1e9;

    private final long[] counts;
    private final long sumNanos;

    /** Takes the array over. */
    Distribution(long[] counts, long sumNanos) {
        this.counts = counts;
        this.sumNanos = sumNanos;
    }

    /** Index of the bucket that a duration falls into. */
    static int bucket(long nanos) {
        int bucket = 0;
        while (bucket < BOUNDS_NANOS.length && nanos > BOUNDS_NANOS[bucket]) {
            bucket++;
        }
        return bucket;
    }

    Distribution plus(Distribution other) {
        long[] sums = counts.clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.counts[i];
        }
        return new Distribution(sums, sumNanos + other.sumNanos);
    }

    long count() {
        long count = 0;
        for (long inBucket : counts) {
            count += inBucket;
        }
        return count;
    }

    /** The count of each bucket, then the sum in nanoseconds. */
    long[] cells() {
        long[] cells = Arrays.copyOf(counts, counts.length + 1);
        cells[counts.length] = sumNanos;
        return cells;
    }

    double meanNanos() {
        return (double) sumNanos / Math.max(1, count());
    }

    /** Upper bound of the bucket in which the quantile lies, in nanoseconds; 0 when nothing was measured. */
    long quantileNanos(double quantile) {
        long rank = (long) Math.ceil(quantile * count());
        long seen = 0;
        for (int i = 0; i < counts.length && rank > 0; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return BOUNDS_NANOS[Math.min(i, BOUNDS_NANOS.length - 1)];
            }
        }
        return 0;
    }

    HistogramDataPointSnapshot dataPoint(Labels labels) {
        var buckets = ClassicHistogramBuckets.builder();
        for (int i = 0; i < counts.length; i++) {
            buckets.bucket(upperBoundSeconds(i), counts[i]);
        }
        return HistogramDataPointSnapshot.builder()
                .labels(labels)
                .classicHistogramBuckets(buckets.build())
                .sum(sumNanos / NANOS_PER_SECOND)
                .build();
    }

    private static double upperBoundSeconds(int bucket) {
        return bucket < BOUNDS_NANOS.length ? BOUNDS_NANOS[bucket] / NANOS_PER_SECOND : Double.POSITIVE_INFINITY;
    }
}
