package dev.latido.connector.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.Labels;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.junit.jupiter.api.Test;

class DurationHistogramTest {

    private final DurationHistogram histogram = new DurationHistogram();

    @Test
    void durationsFallIntoTheBucketWhoseBoundTheyDoNotExceed() {
        update(Duration.ofNanos(1_000), Duration.ofNanos(1_001), Duration.ofHours(1));

        var buckets = histogram.distribution().dataPoint(Labels.EMPTY).getClassicBuckets();

        assertThat(buckets.getUpperBound(0)).isEqualTo(1e-6);
        assertThat(buckets.getCount(0)).isEqualTo(1);
        assertThat(buckets.getCount(1)).isEqualTo(1);
        assertThat(buckets.getUpperBound(buckets.size() - 1)).isInfinite();
        assertThat(buckets.getCount(buckets.size() - 1)).isEqualTo(1);
    }

    @Test
    void theSumIsInSeconds() {
        update(Duration.ofMillis(1500), Duration.ofMillis(500));

        assertThat(histogram.distribution().dataPoint(Labels.EMPTY).getSum()).isEqualTo(2.0);
    }

    @Test
    void aHistogramThatTheJobHasLoadedItselfIsReadToo() throws Exception {
        URL[] classes = {
            DurationHistogram.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (URLClassLoader job = new URLClassLoader(classes, Histogram.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                return name.startsWith("dev.latido.") && findLoadedClass(name) == null
                        ? findClass(name)
                        : super.loadClass(name, resolve);
            }
        }) {
            Histogram foreign = (Histogram) job.loadClass(DurationHistogram.class.getName())
                    .getConstructor()
                    .newInstance();
            foreign.update(Duration.ofMillis(1500).toNanos());

            assertThat(foreign).isNotInstanceOf(DurationHistogram.class);
            assertThat(DurationHistogram.isOne(foreign)).isTrue();
            assertThat(DurationHistogram.read(foreign).dataPoint(Labels.EMPTY).getSum())
                    .isEqualTo(1.5);
        }
    }

    @Test
    void distributionsAddUp() {
        update(Duration.ofMillis(1));
        Distribution once = histogram.distribution();
        update(Duration.ofMillis(2));

        Distribution sum = once.plus(histogram.distribution());

        assertThat(sum.count()).isEqualTo(3);
        assertThat(sum.meanNanos()).isEqualTo(Duration.ofMillis(4).toNanos() / 3.0);
    }

    @Test
    void quantilesAreBoundsOfBuckets() {
        for (int i = 0; i < 99; i++) {
            update(Duration.ofMillis(2));
        }
        update(Duration.ofMillis(80));

        HistogramStatistics statistics = histogram.getStatistics();

        assertThat(statistics.getQuantile(0.5)).isEqualTo(2_500_000);
        assertThat(statistics.getQuantile(0.99)).isEqualTo(2_500_000);
        assertThat(statistics.getMax()).isEqualTo(100_000_000);
        assertThat(statistics.getMin()).isEqualTo(2_500_000);
        assertThat(statistics.size()).isEqualTo(100);
    }

    @Test
    void nothingMeasuredIsZero() {
        assertThat(histogram.getCount()).isZero();
        assertThat(histogram.getStatistics().getQuantile(0.99)).isZero();
        assertThat(histogram.getStatistics().getMean()).isZero();
    }

    private void update(Duration... durations) {
        for (Duration duration : durations) {
            histogram.update(duration.toNanos());
        }
    }
}
