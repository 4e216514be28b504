package dev.latido.connector.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.executiongraph.ExecutionGraphID;
import org.apache.flink.runtime.jobgraph.JobVertexID;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.apache.flink.runtime.metrics.MetricRegistryConfiguration;
import org.apache.flink.runtime.metrics.MetricRegistryImpl;
import org.apache.flink.runtime.metrics.ReporterSetupBuilder;
import org.apache.flink.runtime.metrics.filter.DefaultReporterFilters;
import org.apache.flink.runtime.metrics.groups.TaskManagerJobMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.scheduler.strategy.ExecutionVertexID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs the reporter in Flink's own metric registry, from Flink's configuration to what HTTP gives. */
class PrometheusReporterTest {

    private final JobVertexID vertex = new JobVertexID();
    private final List<MetricRegistryImpl> registries = new ArrayList<>();
    private final TaskManagerJobMetricGroup job = job("0");

    @AfterEach
    void close() {
        registries.forEach(registry -> registry.closeAsync().join());
    }

    @Test
    void sameOwnCounterOfSeveralSubtasksIsOne() throws Exception {
        own(subtask(0)).counter("records_in").inc(3);
        own(subtask(1)).counter("records_in").inc(4);

        assertThat(scrape()).contains("latido_records_in_total 7.0");
    }

    @Test
    void keyValueGroupsAreLabels() throws Exception {
        own(subtask(0))
                .addGroup("reason", "time out of range")
                .counter("dead_letters")
                .inc(2);
        own(subtask(0)).addGroup("reason", "no \"id\"").counter("dead_letters").inc();

        assertThat(scrape())
                .contains(
                        "latido_dead_letters_total{reason=\"time out of range\"} 2.0",
                        "latido_dead_letters_total{reason=\"no \\\"id\\\"\"} 1.0");
    }

    @Test
    void ownCountersDoNotGoBackWhenTheirTaskIsRestarted() throws Exception {
        TaskMetricGroup first = subtask(0);
        own(first).counter("records_in").inc(5);
        first.close();
        assertThat(scrape()).contains("latido_records_in_total 5.0");

        own(subtask(0)).counter("records_in").inc(1);
        assertThat(scrape()).contains("latido_records_in_total 6.0");
    }

    @Test
    void whatIsRemovedOfFlinksMetricsIsGone() throws Exception {
        TaskMetricGroup first = subtask(0);
        first.getOrAddOperator("decode").counter("custom").inc();
        own(first).gauge("open", (Gauge<Integer>) () -> 1);
        first.close();

        assertThat(scrape()).noneMatch(line -> line.contains("custom") || line.startsWith("latido_open"));
    }

    @Test
    void gaugesOfShareAddUpAndOfLagsTheHighestCounts() throws Exception {
        for (int i = 1; i <= 2; i++) {
            int value = 10 * i;
            MetricGroup own = own(subtask(i));
            own.addGroup("band", "healthy").gauge("customers", (Gauge<Integer>) () -> value);
            own.gauge("watermark_lag_seconds", (Gauge<Double>) () -> value / 4.0);
        }

        assertThat(scrape()).contains("latido_customers{band=\"healthy\"} 30.0", "latido_watermark_lag_seconds 5.0");
    }

    @Test
    void gaugesWithoutANumberAreLeftOut() throws Exception {
        MetricGroup own = own(subtask(0));
        own.gauge("text", (Gauge<String>) () -> "text");
        own.gauge("nothing", (Gauge<Integer>) () -> null);
        own.gauge("broken", (Gauge<Integer>) () -> {
            throw new IllegalStateException("broken");
        });
        own.gauge("yes", (Gauge<Boolean>) () -> true);

        assertThat(scrape())
                .contains("latido_yes 1.0")
                .noneMatch(line -> line.contains("latido_text") || line.contains("nothing") || line.contains("broken"));
    }

    @Test
    void durationsOfSeveralSubtasksAreOneHistogramInSeconds() throws Exception {
        for (int i = 0; i < 2; i++) {
            own(subtask(i))
                    .histogram("evaluation_seconds", new DurationHistogram())
                    .update(2_000_000);
        }

        assertThat(scrape())
                .contains(
                        "latido_evaluation_seconds_bucket{le=\"0.001\"} 0",
                        "latido_evaluation_seconds_bucket{le=\"0.0025\"} 2",
                        "latido_evaluation_seconds_bucket{le=\"+Inf\"} 2",
                        "latido_evaluation_seconds_count 2",
                        "latido_evaluation_seconds_sum 0.004");
    }

    @Test
    void otherHistogramsAreSummaries() throws Exception {
        DescriptiveStatisticsHistogram histogram = new DescriptiveStatisticsHistogram(10);
        own(subtask(0)).histogram("size", histogram);
        histogram.update(7);

        assertThat(scrape()).contains("latido_size{quantile=\"0.5\"} 7.0", "latido_size_count 1");
    }

    @Test
    void flinksOwnMetricsCarryWhereTheyAreFrom() throws Exception {
        Counter counter = subtask(3).getOrAddOperator("decode").counter("numBytesSeen");
        counter.inc(9);

        assertThat(scrape())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("flink_taskmanager_job_task_operator_num_bytes_seen_total{")
                        .contains("job_name=\"health\"", "operator_name=\"decode\"", "subtask_index=\"3\"")
                        .endsWith("} 9.0"));
    }

    @Test
    void theProcessReadsItsMetricsItself() {
        own(subtask(0)).addGroup("reason", "x").counter("dead_letters").inc(2);
        own(subtask(0)).histogram("evaluation_seconds", new DurationHistogram()).update(1_000_000_000);

        assertThat(LatidoMetrics.snapshot())
                .containsEntry("latido_dead_letters_total{reason=\"x\"}", 2.0)
                .containsEntry("latido_evaluation_seconds_count", 1.0)
                .containsEntry("latido_evaluation_seconds_sum", 1.0)
                .hasSize(3);
    }

    @Test
    void aPortInUseIsOneSentenceAndTheMetricsCanStillBeReadInTheProcess() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TaskManagerJobMetricGroup second = job(Integer.toString(taken.getLocalPort()));
            own(task(second, 0)).counter("records_in").inc();

            assertThat(LatidoMetrics.problems())
                    .containsExactly("Metrics cannot be served at 127.0.0.1:" + taken.getLocalPort()
                            + ": Address already in use.");
            assertThat(LatidoMetrics.snapshot()).containsEntry("latido_records_in_total", 1.0);
        }
    }

    @Test
    void aRangeOfPortsGivesTheFirstThatIsFree() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            job(port + "-" + Math.min(65_535, port + 50));

            assertThat(LatidoMetrics.problems()).isEmpty();
            assertThat(LatidoMetrics.addresses()).anyMatch(address -> address.getPort() > port);
        }
    }

    @Test
    void aPortThatIsNoneIsOneSentence() {
        job("http");

        assertThat(LatidoMetrics.problems())
                .containsExactly("The port of the metrics is a number from 0 to 65535, or a range like "
                        + "9249-9259, not http.");
    }

    @Test
    void nothingIsServedAfterTheEnd() {
        close();

        assertThat(LatidoMetrics.addresses()).isEmpty();
        assertThat(LatidoMetrics.snapshot()).isEmpty();
    }

    private TaskManagerJobMetricGroup job(String port) {
        Configuration settings = new Configuration();
        settings.setString("metrics.reporters", "prom");
        settings.setString("metrics.reporter.prom.factory.class", PrometheusReporterFactory.class.getName());
        settings.setString("metrics.reporter.prom.port", port);
        MetricRegistryImpl registry = new MetricRegistryImpl(
                MetricRegistryConfiguration.fromConfiguration(settings, Long.MAX_VALUE),
                ReporterSetupBuilder.METRIC_SETUP_BUILDER.fromConfiguration(
                        settings, DefaultReporterFilters::metricsFromConfiguration, null));
        registries.add(registry);
        return TaskManagerMetricGroup.createTaskManagerMetricGroup(registry, "host", ResourceID.generate())
                .addJob(new JobID(), "health");
    }

    private TaskMetricGroup subtask(int index) {
        return task(job, index);
    }

    private TaskMetricGroup task(TaskManagerJobMetricGroup group, int index) {
        var subtask = new ExecutionVertexID(vertex, index);
        return group.addTask(
                new ExecutionAttemptID(new ExecutionGraphID(), subtask, registries.size() + attempts++), "task");
    }

    private int attempts;

    private static MetricGroup own(TaskMetricGroup task) {
        return task.getOrAddOperator("decode").addGroup("latido");
    }

    private static List<String> scrape() throws Exception {
        URI address = LatidoMetrics.addresses().get(0);
        HttpRequest request = HttpRequest.newBuilder(address).build();
        String text = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return text.lines().toList();
    }
}
