package dev.latido.watch;

import static dev.latido.watch.ScoredDays.instant;
import static org.apache.flink.runtime.executiongraph.ExecutionGraphTestUtils.createExecutionAttemptId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.testing.WatchedArtifacts;
import dev.latido.watch.report.DriftReport;
import dev.latido.watch.report.WatchReport;
import dev.latido.watch.tally.LabelTally;
import dev.latido.watch.tally.ModelTallies;
import dev.latido.watch.tally.ModelTally;
import dev.latido.watch.tally.WatchedArtifact;
import dev.latido.watch.tally.WatchedArtifact.AwaitedOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelWatchOperatorTest {

    private static final WatchConfig CONFIG = new WatchConfig(0.25, 0.2, 200);

    /** Between two evaluations, of which there are 480 a day. */
    private static final long STEP = ScoredDays.DAY / 480;

    /** Its multiples are spread evenly, however many they are. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final WatchedArtifact churn = WatchedArtifacts.churn("1");
    private final WatchedArtifact next = WatchedArtifacts.churn("2");
    private final Map<String, Gauge<?>> gauges = new TreeMap<>();
    private final List<ModelTally> tallied = new ArrayList<>();
    private final ModelTallies tallies = new ModelTallies(tallied::add);
    private OneInputStreamOperatorTestHarness<ModelTally, WatchReport> operator;

    @BeforeEach
    void open() throws Exception {
        operator = operator();
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void reportsGoOutBeforeTheWatermarkThatBringsThem() throws Exception {
        score(churn, 0, 1);
        watermark(1);

        assertThat(operator.getOutput()).hasSize(2).last().isEqualTo(new Watermark(instant(1) - 1));
        assertThat(operator.extractOutputValues())
                .singleElement()
                .satisfies(report -> assertThat(report.drifts())
                        .extracting(DriftReport::rowsDay)
                        .containsExactly(480L));
    }

    @Test
    void theEndOfInputEndsNoHour() throws Exception {
        score(churn, 0, 0.9);
        watermark(0.9);
        operator.processWatermark(Watermark.MAX_WATERMARK);

        assertThat(operator.extractOutputValues()).isEmpty();
        assertThat(operator.getOutput()).contains(Watermark.MAX_WATERMARK);
    }

    @Test
    void anEarlierWatermarkAfterARestartSaysNothingAgain() throws Exception {
        score(churn, 0, 2);
        watermark(2);
        restart();
        watermark(1.5);
        watermark(2);
        assertThat(operator.extractOutputValues()).isEmpty();

        score(churn, 2, 3);
        watermark(3);
        assertThat(operator.extractOutputValues())
                .flatExtracting(WatchReport::drifts)
                .extracting(DriftReport::rowsWeek)
                .containsExactly(1_440L);
    }

    @Test
    void metricsShowHowModelsStand() throws Exception {
        for (long at = instant(0); at < instant(1); at += STEP) {
            float value = (at - instant(0)) / (float) ScoredDays.DAY;
            tallies.count(churn, new float[] {value, value * value}, value, next, 1 - value, at);
        }
        for (int i = 0; i < 200; i++) {
            tallied.add(new LabelTally(
                    WatchedArtifacts.id("churn", "1"),
                    new AwaitedOutcome("voluntary", 30),
                    instant(0) / ScoredDays.DAY,
                    i * 5_000L,
                    i % 2 == 0));
        }
        watermark(1);

        assertThat(shown())
                .containsKeys(
                        "latido_model_psi{feature=prediction,model=churn,version=1,window=day}",
                        "latido_model_psi{feature=sessions7,model=churn,version=1,window=week}",
                        "latido_model_quality_calibration_error{model=churn}");
        assertThat(value("latido_model_shadow_rank_correlation{model=churn}")).isBetween(-1.0, -0.999);
        assertThat(value("latido_model_psi{feature=sessions7,model=churn,version=1,window=day}"))
                .isLessThan(0.01);
        assertThat(value("latido_model_psi{feature=tickets30,model=churn,version=1,window=day}"))
                .isGreaterThan(0.25);
        assertThat(value("latido_model_shadow_agreement{model=churn}")).isBetween(0.1, 0.5);
        assertThat(value("latido_model_shadow_crossing{model=churn}")).isBetween(0.55, 0.65);
        assertThat(value("latido_model_shadow_psi{model=churn}")).isLessThan(0.05);
        assertThat(value("latido_model_quality_auc{model=churn}")).isBetween(0.45, 0.55);
    }

    @Test
    void metricsAreThereAgainAfterARestart() throws Exception {
        score(churn, 0, 1.5);
        watermark(1.5);
        Map<String, Object> before = shown();
        restart();

        assertThat(before).hasSize(6);
        assertThat(shown()).isEqualTo(before);
    }

    @Test
    void metricsOfAnArtifactGoWithIt() throws Exception {
        score(churn, 0, 1);
        watermark(1);
        int registered = gauges.size();
        score(next, 1, 2);
        watermark(2);
        score(churn, 2, 3);
        watermark(3);

        assertThat(registered).isEqualTo(6);
        assertThat(gauges).hasSize(6);
        assertThat(shown())
                .hasSize(6)
                .containsKey("latido_model_psi{feature=prediction,model=churn,version=1,window=day}");
    }

    @Test
    void whatIsNotKnownHasNoValue() throws Exception {
        score(churn, 0, 0.25);
        watermark(0.25);

        assertThat(gauges).hasSize(6);
        assertThat(shown()).isEmpty();
    }

    @Test
    void reportsNeedNoKryo() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(WatchReport.class);
    }

    private void score(WatchedArtifact artifact, double fromDay, double untilDay) {
        for (long at = instant(fromDay); at < instant(untilDay); at += STEP) {
            float value = (float) (Math.floorDiv(at, STEP) * GOLDEN % 1);
            tallies.count(artifact, new float[] {value, 1 - value}, value, at);
        }
    }

    private void watermark(double day) throws Exception {
        tallies.passed(instant(day) - 1);
        for (ModelTally tally : tallied) {
            operator.processElement(new StreamRecord<>(tally));
        }
        tallied.clear();
        operator.processWatermark(instant(day) - 1);
    }

    private void restart() throws Exception {
        OperatorSubtaskState state = operator.snapshot(1, 1);
        operator.close();
        gauges.clear();
        operator = operator();
        operator.initializeState(state);
        operator.open();
    }

    private double value(String gauge) {
        return (double) shown().getOrDefault(gauge, Double.NaN);
    }

    /** Gauges that have a value. */
    private Map<String, Object> shown() {
        Map<String, Object> shown = new TreeMap<>();
        gauges.forEach((name, gauge) -> {
            Object value = gauge.getValue();
            if (value != null) {
                shown.put(name, value);
            }
        });
        return shown;
    }

    private OneInputStreamOperatorTestHarness<ModelTally, WatchReport> operator() throws Exception {
        var registry = TestingMetricRegistry.builder()
                .setRegisterConsumer(this::register)
                .setUnregisterConsumer((metric, name, group) -> gauges.remove(name(name, group)))
                .build();
        MockEnvironment environment = new MockEnvironmentBuilder()
                .setMetricGroup(TaskManagerMetricGroup.createTaskManagerMetricGroup(
                                registry, "localhost", ResourceID.generate())
                        .addJob(new JobID(), "job")
                        .addTask(createExecutionAttemptId(), "model-watch"))
                .build();
        return new OneInputStreamOperatorTestHarness<>(new ModelWatchOperator(CONFIG), environment);
    }

    private void register(Metric metric, String name, AbstractMetricGroup<?> group) {
        if (name.startsWith("model_") && metric instanceof Gauge<?> gauge) {
            gauges.put(name(name, group), gauge);
        }
    }

    /** As Prometheus shows it. */
    private static String name(String name, AbstractMetricGroup<?> group) {
        Map<String, String> labels = new TreeMap<>();
        group.getAllVariables().forEach((key, value) -> {
            String label = key.substring(1, key.length() - 1);
            if (List.of("model", "version", "feature", "window").contains(label)) {
                labels.put(label, value);
            }
        });
        return "latido_" + name + labels.toString().replace(", ", ",");
    }
}
