package dev.latido.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latido.model.artifact.Sha256;
import dev.latido.models.TestModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code latido model} beside {@code latido run} as a process, over a real broker. */
@Timeout(300)
class ModelsIT {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path dir;

    private Path config = Path.of("");
    private @Nullable Committed said;
    private final List<String> expected = new ArrayList<>();

    @Test
    void modelsAreChangedInTheRunningJobAndOutliveIt() throws Exception {
        Feed feed = new Feed();
        try (TestKafka kafka = TestKafka.start(dir.resolve("kafka"))) {
            config = JobConfig.write(dir, "job", kafka.bootstrapServers(), dir.resolve("state"));
            kafka.createTopics(config);
            said = kafka.follow("job", "model-status");
            assertThat(model("list")).contains("There are no models");
            kafka.write(feed.part(0));

            try (JavaProcess run = latido().start("run")) {
                kafka.awaitScores("job", feed.ticks(0), run);
                announceAndRefuse(kafka, run, feed);
                promoteAndGoBack(kafka, run);
                LatidoCommand.stop(run);
            }
            try (JavaProcess run = latido().start("run")) {
                goOnAfterARestart(run);
                LatidoCommand.stop(run);
            }
            assertThat(model("list")).contains("There are no models");
            assertThat(modelInAProcess("status", "churn")).contains("removed").doesNotContain("ltv");
        }
    }

    private void announceAndRefuse(TestKafka kafka, JavaProcess run, Feed feed) throws Exception {
        assertThat(modelInAProcess("announce", artifact("churn", "1"), "--by", "ada", "--reason", "to begin with"))
                .contains("Sent: model churn is to score with version 1 as soon as can be.");
        awaitStatuses(run, "accepted active 1");
        JsonNode first = statuses().get(0);
        assertThat(first.path("by").asText()).isEqualTo("ada");
        assertThat(first.path("effectiveAt").asText()).startsWith("2025-01");
        assertThat(first.path("sha256").asText())
                .isEqualTo(Sha256.of(Files.readAllBytes(dir.resolve("churn-1/artifact.yaml"))));

        refuseBadArtifacts(kafka, run);
        goOnScoring(kafka, run, feed);

        write(kafka, "nonsense");
        write(kafka, "{\"model\":\"churn\",\"active\":null,\"by\":\"eve\"}");
        awaitStatuses(run, "refused active -");
        assertThat(last().path("error").asText()).isEqualTo("reason is missing.");
        assertThat(run.isAlive()).isTrue();
    }

    /** Whoever sends these passes by the command, which refuses them itself. */
    private void refuseBadArtifacts(TestKafka kafka, JavaProcess run) throws Exception {
        List<BadArtifact> bad = BadArtifact.write(dir.resolve("bad"));
        assertThat(model(1, "announce", bad.get(0).directory().toString())).contains("model.json has been changed");
        for (BadArtifact artifact : bad) {
            write(kafka, artifact.statement());
        }
        int before = expected.size();
        awaitStatuses(run, Collections.nCopies(bad.size(), "refused active -").toArray(String[]::new));
        for (JsonNode refused : statuses().subList(before, before + bad.size())) {
            BadArtifact artifact = bad.stream()
                    .filter(each -> each.isAt(refused.path("location").asText()))
                    .findFirst()
                    .orElseThrow();
            assertThat(refused.path("error").asText())
                    .startsWith(artifact.sentence())
                    .endsWith(".")
                    .doesNotContain("\n");
        }
        assertThat(statuses().subList(before, before + bad.size()))
                .extracting(refused -> refused.path("location").asText())
                .doesNotHaveDuplicates();
    }

    /** The artifact that was in force scores all that is evaluated since. */
    private static void goOnScoring(TestKafka kafka, JavaProcess run, Feed feed) throws Exception {
        int before = scored(kafka).size();
        kafka.write(feed.part(2));
        kafka.awaitScores("job", feed.ticks(2), run);
        assertThat(scored(kafka)).hasSizeGreaterThan(before).containsOnly("1");
    }

    /** By which version, of all records that say one. */
    private static List<String> scored(TestKafka kafka) throws Exception {
        List<String> versions = new ArrayList<>();
        for (List<String> records : kafka.published("job", "health-scores").values()) {
            for (String record : records) {
                JsonNode score = JSON.readTree(record);
                if (score.has("modelVersion")) {
                    versions.add(score.path("modelVersion").asText());
                }
            }
        }
        return versions;
    }

    /** The topic's latest record is the one refused, so the whole statement is sent again. */
    private void promoteAndGoBack(TestKafka kafka, JavaProcess run) throws Exception {
        model("announce", artifact("churn", "1"));
        awaitStatuses(run, "accepted active 1");
        assertThat(model(1, "promote", "churn")).contains("Model churn has no artifact in the shadow to promote.");
        model("shadow", artifact("churn", "2"));
        awaitStatuses(run, "accepted shadow 2");
        assertThat(model("list"))
                .contains("active", "shadow", dir.resolve("churn-2").toString());

        assertThat(model(1, "promote", "churn", "--min-rows", "100"))
                .contains("Nothing has been said yet of how the shadow of model churn compares");
        kafka.write(List.of(status(comparison(150, 0.3))));
        assertThat(model(1, "promote", "churn", "--min-rows", "100", "--max-psi", "0.25"))
                .contains("The scores of model churn and its shadow differ by a PSI of 0.300; --max-psi allows 0.25.");
        kafka.write(List.of(status(comparison(200, 0.2))));
        assertThat(model("promote", "churn", "--min-rows", "100", "--max-psi", "0.25"))
                .contains("Sent: model churn is to score with version 2 as soon as can be.");
        awaitStatuses(run, "accepted active 2");

        deleteArtifact("churn", "1");
        assertThat(model("rollback", "churn"))
                .contains("Sent: model churn is to score with version 1 again as soon as can be.");
        awaitStatuses(run, "accepted active 1");
        assertThat(last().path("note").asText())
                .startsWith("What was read of it earlier is used: There is no artifact");
    }

    /** The job goes on with the models that it had, though the directory of one is gone, and with their numbers. */
    private void goOnAfterARestart(JavaProcess run) throws Exception {
        long before = last().path("changeId").asLong();
        model("rollback", "churn");
        awaitStatuses(run, "accepted active 2");
        model("rollback", "churn", "--effective-at", "2099-01-01T00:00:00Z");
        awaitStatuses(run, "accepted active 1");
        assertThat(last().path("effectiveAt").asText()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(last().path("changeId").asLong()).isEqualTo(before + 2);
        model("remove", "churn");
        awaitStatuses(run, "removed active -", "withdrawn active 1");
    }

    /** Those that come at once are written by several subtasks, in any order. */
    private void awaitStatuses(JavaProcess run, String... more) throws Exception {
        int before = expected.size();
        List<String> found = new ArrayList<>();
        Deadline.await(
                LONGEST,
                "statuses " + expected + ", then " + List.of(more),
                () -> {
                    found.clear();
                    for (JsonNode status : statuses()) {
                        found.add(status.path("status").asText()
                                + ' '
                                + status.path("role").asText()
                                + ' '
                                + status.path("version").asText("-"));
                    }
                    return found.size() == before + more.length
                            && found.subList(0, before).equals(expected)
                            && found.subList(before, found.size()).containsAll(List.of(more));
                },
                () -> "found: " + found + "\n" + run.output());
        expected.addAll(found.subList(before, found.size()));
    }

    private JsonNode last() throws Exception {
        List<JsonNode> statuses = statuses();
        return statuses.get(statuses.size() - 1);
    }

    private List<JsonNode> statuses() throws Exception {
        return requireNonNull(said, "said").soFar().stream()
                .filter(status -> status.path("type").asText().equals("change"))
                .toList();
    }

    private static void write(TestKafka kafka, String value) throws Exception {
        kafka.write(List.of(new ProducerRecord<>("job-models", "churn".getBytes(UTF_8), value.getBytes(UTF_8))));
    }

    private static ProducerRecord<byte[], byte[]> status(String value) {
        return new ProducerRecord<>("job-model-status", "churn".getBytes(UTF_8), value.getBytes(UTF_8));
    }

    private String comparison(int rows, double psi) throws IOException {
        return "{\"schemaVersion\":1,\"type\":\"comparison\",\"model\":\"churn\",\"active\":" + named("1")
                + ",\"shadow\":" + named("2") + ",\"rows\":" + rows + ",\"psi\":" + psi + "}";
    }

    private String named(String version) throws IOException {
        byte[] manifest = Files.readAllBytes(dir.resolve("churn-" + version).resolve("artifact.yaml"));
        return "{\"version\":\"" + version + "\",\"sha256\":\"" + Sha256.of(manifest) + "\"}";
    }

    private String artifact(String model, String version) throws IOException {
        return TestModel.write(dir.resolve(model + "-" + version), model, version);
    }

    private void deleteArtifact(String model, String version) throws IOException {
        Path directory = dir.resolve(model + "-" + version);
        Files.delete(directory.resolve("artifact.yaml"));
        Files.delete(directory.resolve("model.json"));
        Files.delete(directory);
    }

    private String model(String... arguments) {
        return model(0, arguments);
    }

    private String model(int exitCode, String... arguments) {
        return latido().within(exitCode, command(arguments));
    }

    private String modelInAProcess(String... arguments) throws Exception {
        return latido().ofItsOwn(command(arguments));
    }

    private static String[] command(String... arguments) {
        return Stream.concat(Stream.of("model"), Stream.of(arguments)).toArray(String[]::new);
    }

    private LatidoCommand latido() {
        return new LatidoCommand(dir, config);
    }
}
