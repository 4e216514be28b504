package dev.latido.connector.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

/** Runs a real job of two subtasks beside the reporter. */
class MetricsOfAJobTest {

    @Test
    void whatAFinishedJobCountedStaysReadableUntilItsClusterIsClosed() throws Exception {
        Configuration settings = new Configuration();
        settings.setString("metrics.reporters", "prom");
        settings.setString("metrics.reporter.prom.factory.class", PrometheusReporterFactory.class.getName());
        settings.setString("metrics.reporter.prom.port", "0");
        settings.setString("rest.port", "0");
        MiniClusterConfiguration cluster = new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumSlotsPerTaskManager(2)
                .build();

        Map<String, Double> metrics;
        URI address;
        MiniCluster running = new MiniCluster(cluster);
        try {
            running.start();
            running.executeJobBlocking(counting(1000).getStreamGraph().getJobGraph());
            metrics = LatidoMetrics.snapshot();
            address = LatidoMetrics.addresses().get(0);
        } finally {
            running.close();
        }

        assertThat(metrics)
                .containsOnly(
                        Map.entry("latido_numbers_total{parity=\"even\"}", 500.0),
                        Map.entry("latido_numbers_total{parity=\"odd\"}", 500.0));
        assertThat(address.getHost()).isEqualTo("127.0.0.1");
        assertThat(LatidoMetrics.snapshot()).isEmpty();
    }

    private static StreamExecutionEnvironment counting(long numbers) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(2);
        env.fromSequence(1, numbers).map(new ParityFunction()).sinkTo(new DiscardingSink<>());
        return env;
    }

    /** Counts even and odd numbers. */
    private static final class ParityFunction extends RichMapFunction<Long, Long> {

        private static final long serialVersionUID = 1L;

        private transient Counter[] counters;

        @Override
        public void open(OpenContext context) {
            counters = new Counter[] {counter("even"), counter("odd")};
        }

        private Counter counter(String parity) {
            return getRuntimeContext()
                    .getMetricGroup()
                    .addGroup("latido")
                    .addGroup("parity", parity)
                    .counter("numbers");
        }

        @Override
        public Long map(Long number) {
            counters[(int) (number % 2)].inc();
            return number;
        }
    }
}
