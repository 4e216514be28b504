package dev.latido.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DemoIT {

    private static final int SIGTERM = 143;
    private static final Pattern SIMULATE = Pattern.compile("(?m)^ +\\./latido (simulate .*)$");

    /** An alert of the model of churn, and its five strongest factors in words. */
    private static final Pattern EXPLAINED_RISK =
            Pattern.compile("(?m)^\\S+ \\S+  urgent +acct-\\d+: high churn risk \\(\\d+ %\\).*\\n"
                    + " +churn \\d+\\.\\d % \\(high, version \\S+\\)\\n"
                    + "( +[+-]\\d+\\.\\d\\d  \\S.*: (raises|lowers) risk\\n){5}");

    @TempDir
    private Path directory;

    private Path temporary;
    private Path out;

    @BeforeEach
    void makeDirectories() throws IOException {
        temporary = Files.createDirectory(directory.resolve("tmp"));
        out = directory.resolve("results");
    }

    @Test
    void itShowsAlertsAndLeavesWhatAReplayOfTheSameEventsLeaves() throws Exception {
        Process demo = start("--duration", "10s", "--customers", "150", "--days", "30", "--out", out.toString());
        int exitCode = demo.waitFor();

        assertThat(said("err")).isEmpty();
        assertThat(exitCode).isZero();
        assertThat(said("out"))
                .containsPattern("(?m)^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d  (urgent|immediate) +acct-\\d+ ");
        assertThat(said("out")).containsPattern(EXPLAINED_RISK);
        assertThat(temporary).isEmptyDirectory();

        Path replayed = replayOfTheSameEvents();
        assertThat(names(out)).isEqualTo(names(replayed));
        for (String stream : List.of("alerts", "health-scores", "late-events")) {
            assertThat(out.resolve(stream + ".jsonl")).hasSameTextualContentAs(replayed.resolve(stream + ".jsonl"));
        }
        assertThat(counts(out)).isEqualTo(counts(replayed));
        assertThat(Files.readAllLines(out.resolve("dead-letters.jsonl")))
                .hasSize(counts(out).get("deadLetters").intValue());
    }

    @Test
    void interruptedItEndsWithWhatItHasAndLeavesNothingBehind() throws Exception {
        Process demo = start("--duration", "10m", "--customers", "60", "--days", "365", "--out", out.toString());
        while (!demo.waitFor(100, TimeUnit.MILLISECONDS) && !said("out").contains("  day ")) {}

        long interrupted = System.nanoTime();
        demo.destroy();
        int exitCode = demo.waitFor();

        assertThat(System.nanoTime() - interrupted).isLessThan(TimeUnit.SECONDS.toNanos(20));
        assertThat(said("err")).isEmpty();
        assertThat(exitCode).isEqualTo(SIGTERM);
        assertThat(said("out")).contains("Stopped early.").contains("Events in");
        assertThat(temporary).isEmptyDirectory();
        JsonNode counts = counts(out);
        assertThat(counts.get("in").longValue())
                .isPositive()
                .isEqualTo(counts.get("applied").longValue()
                        + counts.get("late").longValue()
                        + counts.get("duplicates").longValue()
                        + counts.get("ignored").longValue()
                        + counts.get("deadLetters").longValue());
    }

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(
                List.of("-Xmx1g", "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Latido.class.getName(), "demo"));
        command.addAll(Arrays.asList(options));
        return new ProcessBuilder(command)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    /** Runs the commands that the demo ends with. */
    private Path replayOfTheSameEvents() throws IOException {
        Matcher simulate = SIMULATE.matcher(said("out"));
        assertThat(simulate.find()).isTrue();
        Path sim = directory.resolve("sim");
        run(simulate.group(1).replace(" sim ", " " + sim + " ").split(" "));
        Path replayed = directory.resolve("replayed");
        run(
                "replay",
                "--aliases=" + sim.resolve("aliases.csv"),
                "--out=" + replayed,
                "--source=segment=" + sim.resolve("clickstream.jsonl.gz"),
                "--source=stripe=" + sim.resolve("billing.jsonl.gz"),
                "--source=zendesk=" + sim.resolve("support.jsonl.gz"),
                "--source=latido=" + sim.resolve("feedback.jsonl.gz"),
                "--model=../model-artifacts/src/main/resources/models/churn",
                "--model=../model-artifacts/src/main/resources/models/ltv",
                "--model=../model-artifacts/src/main/resources/models/upsell");
        return replayed;
    }

    private static void run(String... command) {
        CommandRun run = CommandRun.of(List.of(command));
        assertThat(run.exitCode()).as(run.said()).isZero();
    }

    private String said(String stream) throws IOException {
        return Files.readString(directory.resolve(stream));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static JsonNode counts(Path directory) throws IOException {
        JsonNode summary =
                new JsonMapper().readTree(directory.resolve("summary.json").toFile());
        return ((ObjectNode) summary).without("seconds");
    }
}
