package dev.latido.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latido.models.TestModel;
import dev.latido.simulator.SimulationFiles;
import dev.latido.simulator.SimulationPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    private static final SimulationPlan PLAN = new SimulationPlan(30, 20, 3, Instant.parse("2025-01-01T00:00:00Z"));
    private static final List<String> RESULTS = List.of(
            "health-scores.jsonl",
            "alerts.jsonl",
            "shadow-alerts.jsonl",
            "features.jsonl",
            "rule-status.jsonl",
            "model-status.jsonl",
            "dead-letters.jsonl",
            "late-events.jsonl");

    @TempDir
    private static Path simulated = Path.of("");

    @TempDir
    private Path directory = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void simulate() throws IOException {
        SimulationFiles.write(PLAN, simulated);
    }

    @Test
    void resultsAreTheSameForEveryParallelism() throws Exception {
        String model = TestModel.write(directory.resolve("model"), "churn", "1");
        assertThat(replaySimulation("one", "--model", model, "--parallelism", "1"))
                .isZero();
        assertThat(replaySimulation("three", "--model", model, "--parallelism", "3"))
                .isZero();

        for (String file : RESULTS) {
            assertThat(directory.resolve("three").resolve(file))
                    .hasSameBinaryContentAs(directory.resolve("one").resolve(file));
            if (!file.startsWith("shadow")) { // no shipped rule is
                assertThat(directory.resolve("one").resolve(file)).isNotEmptyFile();
            }
        }
    }

    @Test
    void everyRecordIsInOneClass() throws Exception {
        replaySimulation("out");

        JsonNode summary = new ObjectMapper()
                .readTree(directory.resolve("out/summary.json").toFile());
        long classes = 0;
        for (String name : List.of("ignored", "applied", "duplicates", "late", "deadLetters")) {
            assertThat(summary.get(name).longValue()).as(name).isPositive();
            classes += summary.get(name).longValue();
        }
        assertThat(summary.get("in").longValue()).isEqualTo(classes).isEqualTo(simulatedRecords());
        assertThat(summary.get("customers").longValue()).isEqualTo(PLAN.customers());
    }

    @Test
    void evaluationGoesOnToTheInstantThatIsAskedForAndNoFurther() throws Exception {
        Path event = Files.writeString(directory.resolve("event.jsonl"), """
                {"eventId":"e1","customerId":"ada","kind":"LOGIN","at":"2025-01-01T10:00:00Z"}
                """);

        assertThat(run("replay", "--source", "latido=" + event, "--out", path("short")))
                .isZero();
        assertThat(run(
                        "replay",
                        "--source",
                        "latido=" + event,
                        "--out",
                        path("long"),
                        "--until",
                        "2025-02-01T00:00:00Z"))
                .isZero();

        assertThat(Files.readAllLines(directory.resolve("short/health-scores.jsonl")))
                .hasSize(1);
        assertThat(directory.resolve("short/alerts.jsonl")).isEmptyFile();
        assertThat(Files.readString(directory.resolve("long/alerts.jsonl"))).contains("\"severity\":\"urgent\"");
        assertThat(Files.readString(directory.resolve("long/health-scores.jsonl")))
                .doesNotContain("2025-02-0");
    }

    @Test
    void modelOfOneFileIsOfChurnAndAnArtifactOfWhatItSays() throws Exception {
        Path event = Files.writeString(directory.resolve("event.jsonl"), """
                {"eventId":"e1","customerId":"ada","kind":"LOGIN","at":"2025-01-01T10:00:00Z"}
                """);
        Path trees = Files.writeString(directory.resolve("trees.json"), TestModel.trees());
        String artifact = TestModel.write(directory.resolve("ltv"), "ltv", "3");

        assertThat(run(
                        "replay",
                        "--source",
                        "latido=" + event,
                        "--out",
                        path("out"),
                        "--model",
                        trees.toString(),
                        "--model-features",
                        "sessions7",
                        "--model",
                        artifact))
                .isZero();

        assertThat(Files.readAllLines(directory.resolve("out/model-status.jsonl")))
                .satisfiesExactly(
                        churn -> assertThat(churn)
                                .contains("\"model\":\"churn\",\"status\":\"accepted\"")
                                .contains("\"location\":\"" + trees + "\""),
                        ltv -> assertThat(ltv)
                                .contains("\"model\":\"ltv\",\"status\":\"accepted\"")
                                .contains("\"version\":\"3\""));
        assertThat(run("replay", "--source", "latido=" + event, "--out", path("out"), "--model", path("none")))
                .isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("latido: There is no artifact at " + path("none")
                        + ": it is no directory with an artifact.yaml.");
    }

    @Test
    void fileThatEndsInTheMiddleIsOneSentence() throws Exception {
        byte[] whole = Files.readAllBytes(simulated.resolve("billing.jsonl.gz"));
        Path cut = Files.write(directory.resolve("cut.jsonl.gz"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(run("replay", "--source", "stripe=" + cut, "--out", path("out")))
                .isEqualTo(1);

        assertThat(err.toString())
                .isEqualToIgnoringNewLines("latido: " + cut + " is a gzip file that ends in the middle.");
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThat(run("replay", "--source", "latido", "--out", path("out"))).isEqualTo(2);
        assertThat(err.toString()).contains("--source is latido; it reads NAME=FILE");

        assertThat(run("replay", "--source", "latido=" + path("none"), "--out", path("out")))
                .isEqualTo(1);
        assertThat(err.toString()).contains(path("none") + " does not exist.");

        assertThat(run("replay", "--source", "none=" + simulated.resolve("truth.csv"), "--out", path("out")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("There is no mapping config/sources/none.yaml");

        assertThat(run("replay", "--source", "latido=" + path("none"), "--out", path("out"), "--until", "soon"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--until is soon");
    }

    @Test
    void parallelismIsBoundBySettings() throws IOException {
        Path config = Files.writeString(directory.resolve("few.yaml"), "job: {parallelism: 1, maxParallelism: 4}\n");
        String source = "latido=" + simulated.resolve("feedback.jsonl.gz");

        assertThat(run("replay", "--source", source, "--out", path("out"), "--parallelism", "129"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--parallelism is 129; allowed is 1 to 128 (job.maxParallelism)");

        assertThat(run(
                        "replay",
                        "--source",
                        source,
                        "--out",
                        path("out"),
                        "--config",
                        config.toString(),
                        "--parallelism",
                        "5"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--parallelism is 5; allowed is 1 to 4 (job.maxParallelism)");
    }

    @Test
    void twoMappingsOfOneNameAreRefused() throws IOException {
        Path own = Files.copy(Path.of("../config/sources/latido.yaml"), directory.resolve("latido.yaml"));
        Path file = simulated.resolve("feedback.jsonl.gz");

        assertThat(run("replay", "--source", "latido=" + file, "--source", own + "=" + file, "--out", path("out")))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("--source names the mappings latido and " + own
                        + ", whose sources are both called latido; rename one of the files");
    }

    private int replaySimulation(String results, String... more) {
        List<String> arguments = new ArrayList<>(List.of("replay", "--out", path(results)));
        Map.of("clickstream", "segment", "billing", "stripe", "support", "zendesk", "feedback", "latido")
                .forEach((file, mapping) ->
                        arguments.addAll(List.of("--source", mapping + "=" + simulated.resolve(file + ".jsonl.gz"))));
        arguments.addAll(List.of("--aliases", simulated.resolve("aliases.csv").toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private static long simulatedRecords() throws IOException {
        long lines = 0;
        for (String file : List.of("clickstream", "billing", "support", "feedback")) {
            try (var in = new GZIPInputStream(Files.newInputStream(simulated.resolve(file + ".jsonl.gz")))) {
                lines += new String(in.readAllBytes(), UTF_8).lines().count();
            }
        }
        return lines;
    }

    private int run(String... arguments) {
        return Latido.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
