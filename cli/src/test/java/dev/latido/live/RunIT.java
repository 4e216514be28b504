package dev.latido.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code latido run} as a process, over a real broker. */
@Timeout(240)
class RunIT {

    @TempDir
    private Path dir;

    @Test
    void aRunThatIsStoppedAndKilledPublishesWhatAnUndisturbedOneDoes() throws Exception {
        Feed feed = new Feed();
        try (TestKafka kafka = TestKafka.start(dir.resolve("kafka"))) {
            Path disturbed = config(kafka, "disturbed");
            Path undisturbed = config(kafka, "undisturbed");
            kafka.createTopics(disturbed);
            kafka.createTopics(undisturbed);

            kafka.write(feed.part(0));
            String first = runToTheEndOf(0, feed, kafka, disturbed, "disturbed");
            assertThat(first).contains("without state").contains("Flink page");
            killInTheMiddleOf(1, feed, kafka, disturbed);
            kafka.write(feed.part(2));
            String last = runToTheEndOf(2, feed, kafka, disturbed, "disturbed");
            assertThat(last).contains("from the checkpoint of");
            runToTheEndOf(2, feed, kafka, undisturbed, "undisturbed");

            Published.assertSame(kafka, "disturbed", "undisturbed");
            assertThat(kafka.written("disturbed", "health-scores"))
                    .as("aborted and committed records")
                    .isGreaterThan(kafka.written("undisturbed", "health-scores"));
        }
    }

    /** Runs until all results up to a part are committed, then stops as an operator would. */
    private String runToTheEndOf(int part, Feed feed, TestKafka kafka, Path config, String name) throws Exception {
        try (JavaProcess run = run(config)) {
            kafka.awaitScores(name, feed.ticks(part), run);
            if (part == Feed.PARTS - 1) {
                erase(feed.ticks(0).iterator().next(), kafka, name, run);
            }
            run.terminate();
            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.output()).contains("Stopped; the next run goes on from " + dir.resolve("state-" + name));
            return run.output();
        }
    }

    private static void erase(String customer, TestKafka kafka, String name, JavaProcess run) throws Exception {
        String command = "{\"command\": \"erase\", \"customerId\": \"" + customer
                + "\", \"by\": \"privacy@example.com\", \"reason\": \"asked to\"}";
        kafka.write(List.of(new Feed.Entry(name + "-commands-privacy", 0, command.getBytes(UTF_8))));
        kafka.awaitTombstone(name, customer, run);
    }

    private void killInTheMiddleOf(int part, Feed feed, TestKafka kafka, Path config) throws Exception {
        try (JavaProcess run = run(config)) {
            Deadline.await(Duration.ofSeconds(60), "a checkpoint", this::hasCheckpoint, run::output);
            assertThat(run.output()).contains("from the savepoint of");
            kafka.write(feed.part(part));
            kafka.awaitUncommittedScore("disturbed", run);
            run.kill();
        }
    }

    private boolean hasCheckpoint() throws IOException {
        try (Stream<Path> files = Files.walk(dir.resolve("state-disturbed/checkpoints"))) {
            return files.anyMatch(file -> file.endsWith("_metadata"));
        }
    }

    private Path config(TestKafka kafka, String name) throws IOException {
        return JobConfig.write(dir, name, kafka.bootstrapServers(), dir.resolve("state-" + name));
    }

    private JavaProcess run(Path config) throws IOException {
        return JavaProcess.start(
                Files.createTempFile(dir, "latido-", ".txt"),
                Map.of(),
                List.of(System.getProperty("java.class.path")),
                List.of("-Xmx600m", "-Dlatido.home=" + Path.of("..").toAbsolutePath().normalize()),
                "dev.latido.cli.Latido",
                "run",
                "--config",
                config.toString());
    }
}
