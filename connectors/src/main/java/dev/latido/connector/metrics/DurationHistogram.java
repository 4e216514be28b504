package dev.latido.connector.metrics;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;

/**
 * Counts durations by length; {@link PrometheusReporter} shows it as a histogram in seconds that adds up over subtasks.
 * Written by one thread, read by any.
 */
public final class DurationHistogram implements Histogram {

    private static final int SUM = Distribution.BUCKETS;

    private final AtomicLongArray cells = new AtomicLongArray(Distribution.BUCKETS + 1);

    /** Counts a duration in nanoseconds. */
    @Override
    public void update(long nanos) {
        add(Distribution.bucket(nanos), 1);
        add(SUM, nanos);
    }

    private void add(int cell, long amount) {
        cells.setRelease(cell, cells.getPlain(cell) + amount);
    }

    Distribution distribution() {
        long[] counts = new long[Distribution.BUCKETS];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = cells.getAcquire(i);
        }
        return new Distribution(counts, cells.getAcquire(SUM));
    }

    /** Whether it is a histogram of durations; on a cluster, reporter and job have each loaded this class themselves. */
    static boolean isOne(Histogram histogram) {
        return histogram.getClass().getName().equals(DurationHistogram.class.getName());
    }

    /** What a histogram of durations has counted, whoever has loaded its class. */
    static Distribution read(Histogram durations) {
        long[] cells = durations.getStatistics().getValues();
        return new Distribution(Arrays.copyOf(cells, SUM), cells[SUM]);
    }

    @Override
    public long getCount() {
        return distribution().count();
    }

    @Override
    public HistogramStatistics getStatistics() {
        return new Statistics(distribution());
    }

    /** What Flink's own pages show of it, as exact as the buckets are. */
    private static final class Statistics extends HistogramStatistics {

        private final Distribution distribution;

        Statistics(Distribution distribution) {
            this.distribution = distribution;
        }

        @Override
        public double getQuantile(double quantile) {
            return distribution.quantileNanos(quantile);
        }

        /** The count of each bucket, then the sum of all durations in nanoseconds. */
        @Override
        public long[] getValues() {
            return distribution.cells();
        }

        @Override
        public int size() {
            return Math.toIntExact(Math.min(Integer.MAX_VALUE, distribution.count()));
        }

        @Override
        public double getMean() {
            return distribution.meanNanos();
        }

        @Override
        public double getStdDev() {
            return Double.NaN;
        }

        @Override
        public long getMax() {
            return distribution.quantileNanos(1);
        }

        @Override
        public long getMin() {
            return distribution.quantileNanos(Double.MIN_VALUE);
        }
    }
}
