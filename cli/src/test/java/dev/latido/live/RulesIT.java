package dev.latido.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code latido rules} beside {@code latido run} as a process, over a real broker. */
@Timeout(240)
class RulesIT {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path dir;

    private Path config = Path.of("");
    private @Nullable Committed said;

    @Test
    void rulesAreChangedInTheRunningJobAndOutliveIt() throws Exception {
        Feed feed = new Feed();
        try (TestKafka kafka = TestKafka.start(dir.resolve("kafka"))) {
            config = JobConfig.write(dir, "job", kafka.bootstrapServers(), dir.resolve("state"));
            kafka.createTopics(config);
            said = kafka.follow("job", "rule-status");
            assertThat(rules("list")).contains("There are no rules");
            assertThat(rulesInAProcess("apply", file("first", 1), "--by", "ada", "--reason", "to begin with"))
                    .contains("Sent version 1 of rule first, to hold as soon as can be.");
            kafka.write(feed.part(0));

            try (JavaProcess run = latido().start("run")) {
                kafka.awaitScores("job", feed.ticks(0), run);
                awaitStatuses(run, "first", "applied 1");
                changeWhileItRuns(kafka, run);
                LatidoCommand.stop(run);
            }
            try (JavaProcess run = latido().start("run")) {
                changeAfterARestart(kafka, run);
                LatidoCommand.stop(run);
            }
            assertThat(rules("list")).contains("second").doesNotContain("first");
            assertThat(rulesInAProcess("history", "second")).contains("applied").doesNotContain("first");
        }
    }

    private void changeWhileItRuns(TestKafka kafka, JavaProcess run) throws Exception {
        rules("pause", "first", "--reason", "too loud");
        awaitStatuses(run, "first", "applied 1", "paused 1");
        assertThat(rules("list")).contains("paused");
        rules("resume", "first");
        rules("apply", file("second", 1));
        awaitStatuses(run, "first", "applied 1", "paused 1", "resumed 1");
        awaitStatuses(run, "second", "applied 1");

        write(
                kafka,
                "second",
                "{\"ruleId\":\"second\",\"action\":\"apply\",\"definition\":\"nonsense\",\"by\":\"eve\","
                        + "\"reason\":\"by mistake\"}");
        awaitStatuses(run, "second", "applied 1", "refused -");
        rules("apply", file("second", 2));
        awaitStatuses(run, "second", "applied 1", "refused -", "applied 2");

        rules("delete", "first");
        awaitStatuses(run, "first", "applied 1", "paused 1", "resumed 1", "deleted 1");
        assertThat(statuses("first").get(0).path("by").asText()).isEqualTo("ada");
        assertThat(statuses("first").get(0).has("effectiveAt"))
                .as("what stood there before the job begins holds from the beginning")
                .isFalse();
        assertThat(statuses("first").get(3).path("effectiveAt").asText()).startsWith("2025-01");
        assertThat(statuses("first"))
                .extracting(status -> status.path("changeId").asLong())
                .isSorted();
    }

    /** The job remembers version 2, whatever comes on the topic. */
    private void changeAfterARestart(TestKafka kafka, JavaProcess run) throws Exception {
        String definition = JSON.writeValueAsString(text("second", 1));
        write(
                kafka,
                "second",
                "{\"ruleId\":\"second\",\"action\":\"apply\",\"definition\":" + definition
                        + ",\"by\":\"eve\",\"reason\":\"an old one\"}");
        awaitStatuses(run, "second", "applied 1", "refused -", "applied 2", "refused 1");
        rules("apply", file("second", 3), "--effective-at", "2099-01-01T00:00:00Z");
        awaitStatuses(run, "second", "applied 1", "refused -", "applied 2", "refused 1", "applied 3");
        List<JsonNode> statuses = statuses("second");
        assertThat(statuses.get(3).path("error").asText()).contains("a new text needs a version of 3 or more, not 1");
        assertThat(statuses.get(4).path("effectiveAt").asText()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(statuses.get(4).path("changeId").asLong())
                .isEqualTo(statuses.get(2).path("changeId").asLong() + 2);
    }

    private void awaitStatuses(JavaProcess run, String rule, String... expected) throws Exception {
        List<String> found = new ArrayList<>();
        Deadline.await(
                LONGEST,
                "statuses of " + rule + ": " + List.of(expected),
                () -> {
                    found.clear();
                    for (JsonNode status : statuses(rule)) {
                        found.add(status.path("status").asText()
                                + ' '
                                + status.path("ruleVersion").asText("-"));
                    }
                    return found.equals(List.of(expected));
                },
                () -> "found: " + found + "\n" + run.output());
    }

    private List<JsonNode> statuses(String rule) throws Exception {
        return requireNonNull(said, "said").soFar().stream()
                .filter(status -> status.path("ruleId").asText().equals(rule))
                .toList();
    }

    private static void write(TestKafka kafka, String key, String value) throws Exception {
        kafka.write(List.of(new ProducerRecord<>("job-rules", key.getBytes(UTF_8), value.getBytes(UTF_8))));
    }

    private String file(String id, int version) throws IOException {
        return Files.writeString(dir.resolve(id + ".yaml"), text(id, version)).toString();
    }

    private static String text(String id, int version) {
        return """
                id: %s
                version: %d
                title: A cancellation
                message: It was scheduled.
                severity: monitor
                steps:
                  - step: scheduled
                    kind: CANCELLATION_SCHEDULED
                """.formatted(id, version);
    }

    private String rules(String... arguments) {
        return latido().within(0, command(arguments));
    }

    private String rulesInAProcess(String... arguments) throws Exception {
        return latido().ofItsOwn(command(arguments));
    }

    private static String[] command(String... arguments) {
        return Stream.concat(Stream.of("rules"), Stream.of(arguments)).toArray(String[]::new);
    }

    private LatidoCommand latido() {
        return new LatidoCommand(dir, config);
    }
}
