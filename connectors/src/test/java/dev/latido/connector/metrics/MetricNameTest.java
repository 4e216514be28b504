package dev.latido.connector.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricNameTest {

    private static final List<String> OPERATOR = List.of("taskmanager", "job", "task", "operator");
    private static final Map<String, String> VARIABLES =
            Map.of("<job_name>", "health", "<subtask_index>", "3", "<reason>", "bad time");

    @Test
    void ownMetricsAreNamedAfterWhatFollowsTheirGroup() {
        assertThat(MetricName.of(with("latido"), "records_in", VARIABLES))
                .isEqualTo(new MetricName("latido_records_in", Labels.EMPTY));
        assertThat(MetricName.of(with("latido", "health"), "evaluationSeconds", VARIABLES))
                .isEqualTo(new MetricName("latido_health_evaluation_seconds", Labels.EMPTY));
    }

    @Test
    void keyValueGroupsOfOwnMetricsAreTheirLabels() {
        assertThat(MetricName.of(with("latido", "reason"), "dead_letters", VARIABLES))
                .isEqualTo(new MetricName("latido_dead_letters", Labels.of("reason", "bad time")));
    }

    @Test
    void metricsOfFlinkCarryTheirWholeScopeAndAllVariables() {
        assertThat(MetricName.of(OPERATOR, "numRecordsIn", VARIABLES))
                .isEqualTo(new MetricName(
                        "flink_taskmanager_job_task_operator_num_records_in",
                        Labels.of("job_name", "health", "reason", "bad time", "subtask_index", "3")));
    }

    @Test
    void suffixesThatPrometheusReservesAreLeftToIt() {
        assertThat(MetricName.of(with("latido"), "records_in_total", Map.of()).family())
                .isEqualTo("latido_records_in");
        assertThat(MetricName.of(OPERATOR, "build.info.total", Map.of()).family())
                .isEqualTo("flink_taskmanager_job_task_operator_build");
    }

    @ParameterizedTest
    @CsvSource({
        "numRecordsIn, num_records_in",
        "currentInput1Watermark, current_input1_watermark",
        "JVM.CPU.Load, jvm_cpu_load",
        "KafkaSourceReader, kafka_source_reader",
        "records-consumed-rate, records_consumed_rate",
        "G1 Young Generation, g1_young_generation",
        "isHTTPServer, is_http_server",
        "_already_snake_, already_snake",
        "9lives, _9lives",
        "ñandú, and",
        "-, _"
    })
    void namesAreSnakeCase(String name, String snake) {
        assertThat(MetricName.snakeCase(name)).isEqualTo(snake);
    }

    private static List<String> with(String... groups) {
        return Stream.concat(OPERATOR.stream(), Stream.of(groups)).toList();
    }
}
