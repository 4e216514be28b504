package dev.latido.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.publish.OutputStreams;
import dev.latido.rule.RuleChange;
import dev.latido.scoring.ModelChange;
import dev.latido.testing.Artifacts;
import dev.latido.testing.ModelChanges;
import dev.latido.testing.RuleChanges;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded days in, golden files out: the whole job, from files to JSON. */
class CustomerHealthJobReplayTest {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(3)
            .build());

    @ParameterizedTest
    @CsvSource({"native,1", "native,3", "tools,1", "tools,3", "scored,1", "scored,3"})
    void replayGivesTheGoldenLinesWhateverTheParallelism(String name, int parallelism) throws Exception {
        ReplayCase replay = ReplayCase.named(name);

        Map<String, List<String>> found = replay.run(StrictFlink.environment(parallelism));
        replay.record(found);

        for (Map.Entry<String, List<String>> stream : found.entrySet()) {
            assertThat(stream.getValue())
                    .as(stream.getKey())
                    .containsExactlyElementsOf(replay.expected(stream.getKey()));
        }
    }

    @Test
    void whatBecameOfTheRulesThatARunBeginsWithIsPublished() throws Exception {
        List<String> statuses = ReplayCase.named("native")
                .run(
                        StrictFlink.environment(3),
                        List.of(
                                RuleChanges.apply("a", 1),
                                RuleChanges.change("b", RuleChange.Action.PAUSE, RuleChanges.text("b", 2)),
                                RuleChanges.change("c", RuleChange.Action.APPLY, "nonsense")))
                .getOrDefault(OutputStreams.RULE_STATUS, List.of());

        assertThat(statuses).hasSize(3);
        assertThat(statuses.get(0))
                .isEqualTo(
                        "{\"schemaVersion\":1,\"ruleId\":\"a\",\"ruleVersion\":1,\"status\":\"applied\",\"changeId\":1,"
                                + "\"by\":\"ada\",\"reason\":\"a test\"}");
        assertThat(statuses.get(1)).contains("\"ruleVersion\":2,\"status\":\"paused\",\"changeId\":2");
        assertThat(statuses.get(2)).contains("\"status\":\"refused\"").contains("\"error\":\"c.yaml");
    }

    @Test
    void whatBecameOfTheModelsThatARunBeginsWithIsPublished(@TempDir Path directory) throws Exception {
        ModelChange good =
                ModelChanges.change("churn", Artifacts.write(directory, "churn", "1"), null, null, ModelChange.AT_ONCE);
        List<String> statuses = ReplayCase.named("native")
                .run(StrictFlink.environment(3), List.of(good, ModelChanges.announce("ltv", "absent")))
                .getOrDefault(OutputStreams.MODEL_STATUS, List.of())
                .stream()
                .filter(status -> status.contains("\"type\":\"change\""))
                .toList();

        assertThat(statuses).hasSize(2);
        assertThat(statuses.get(0))
                .startsWith("{\"schemaVersion\":1,\"type\":\"change\",\"model\":\"churn\",\"status\":\"accepted\","
                        + "\"role\":\"active\",\"version\":\"1\",")
                .contains("\"changeId\":1,\"by\":\"ada\"");
        assertThat(statuses.get(1))
                .contains("\"status\":\"refused\"")
                .contains("\"error\":\"There is no artifact at /models/ltv/absent: ");
    }

    /** What the two trees of the model in the folder give, by hand: the logistic function of the sum of two leaves. */
    @ParameterizedTest
    @CsvSource({
        "2025-03-11T11:00:00Z, 0.5 - 0.25, 0.5622, medium, 600.0",
        "2025-03-12T12:00:00Z, 0.5 + 1, 0.8176, high, 600.0",
        "2025-03-27T14:05:46Z, 1.5 - 0.25, 0.7773, high, 600.0",
        "2025-04-02T10:00:00Z, 0.5 - 0.25, 0.5622, medium, 1200.5",
        "2025-04-08T14:05:46Z, -2 - 0.25, 0.0953, low, 1200.5",
        "2025-04-20T12:00:00Z, 1.5 + 1, 0.9241, high, 1200.5"
    })
    void scoresAreThoseThatAPersonWorksOut(String at, String sum, String probability, String level, String ltv)
            throws Exception {
        assertThat(ReplayCase.named("scored").expected(OutputStreams.HEALTH_SCORES))
                .filteredOn(line -> line.contains("\"acme\",\"at\":\"" + at))
                .as(sum)
                .singleElement()
                .asString()
                .endsWith("\"churnProbability\":" + probability + ",\"riskLevel\":\"" + level
                        + "\",\"modelVersion\":\"by-hand\",\"predictions\":[{\"model\":\"churn\","
                        + "\"version\":\"by-hand\",\"value\":" + probability + ",\"level\":\"" + level
                        + "\"},{\"model\":\"ltv\",\"version\":\"by-hand\",\"value\":" + ltv + "}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"native", "tools", "scored"})
    void everyRecordHasOneClass(String name) throws Exception {
        List<Long> counts = ReplayCase.named(name).expected(ReplayCase.SUMMARY).stream()
                .map(line -> Long.valueOf(line.substring(line.indexOf(' ') + 1)))
                .toList();

        assertThat(counts.get(0))
                .isEqualTo(counts.stream().skip(1).mapToLong(Long::longValue).sum());
    }
}
