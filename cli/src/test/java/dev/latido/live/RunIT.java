package dev.latido.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
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

            kafka.write(feed.part(0));
            stopAtTheEndOf(0, feed, kafka, disturbed);
            killInTheMiddleOf(1, feed, kafka, disturbed);
            kafka.write(feed.part(2));
            List<String> customers = eraseAndStopAtTheEnd(feed, kafka, "disturbed", disturbed);
            List<String> expected = eraseAndStopAtTheEnd(feed, kafka, "undisturbed", undisturbed);

            Published.assertSame(kafka, "disturbed", "undisturbed");
            assertThat(customers).as("customers per band").isNotEmpty().isEqualTo(expected);
            assertThat(kafka.written("disturbed", "health-scores"))
                    .as("aborted and committed records")
                    .isGreaterThan(kafka.written("undisturbed", "health-scores"));
            readAgain(feed, kafka, "undisturbed", undisturbed);
        }
    }

    private void stopAtTheEndOf(int part, Feed feed, TestKafka kafka, Path config) throws Exception {
        try (JavaProcess run = run(config)) {
            kafka.awaitScores("disturbed", feed.ticks(part), run);
            assertThat(run.output()).contains("begins      without state").contains("Flink page  http://127.0.0.1:");
            stop(run, "disturbed");
        }
    }

    private void killInTheMiddleOf(int part, Feed feed, TestKafka kafka, Path config) throws Exception {
        try (JavaProcess run = run(config)) {
            Deadline.await(Duration.ofSeconds(60), "a checkpoint", this::hasCheckpoint, run::output);
            assertThat(run.output()).contains("begins      from the savepoint of");
            var unwritten = kafka.writeUntilUncommitted("disturbed", feed.part(part), run);
            run.kill();
            kafka.write(unwritten);
        }
    }

    private boolean hasCheckpoint() throws IOException {
        try (Stream<Path> files = Files.walk(dir.resolve("state-disturbed/checkpoints"))) {
            return files.anyMatch(file -> file.endsWith("_metadata"));
        }
    }

    /** How many customers there are in each band, once all has been read. */
    private List<String> eraseAndStopAtTheEnd(Feed feed, TestKafka kafka, String name, Path config) throws Exception {
        try (JavaProcess run = run(config)) {
            kafka.awaitScores(name, feed.ticks(Feed.PARTS - 1), run);
            List<String> customers = Metrics.of(run, "latido_customers");
            erase(feed.ticks(0).iterator().next(), kafka, name, run);
            assertThat(run.output())
                    .contains(name.equals("disturbed") ? "begins      from the checkpoint of" : "begins      without");
            stop(run, name);
            return customers;
        }
    }

    /** With --fresh, all is read and published again, though there is a savepoint, and the group stands at the end. */
    private void readAgain(Feed feed, TestKafka kafka, String name, Path config) throws Exception {
        long before = kafka.published(name, "health-scores").values().stream()
                .mapToLong(List::size)
                .sum();
        try (JavaProcess run = run(config, "--fresh")) {
            kafka.awaitScoresAfter(before, name, feed.ticks(0), run);
            assertThat(run.output()).contains("begins      without state, at the oldest records");
            stop(run, name);
        }
    }

    private void stop(JavaProcess run, String name) throws Exception {
        LatidoCommand.stop(run);
        assertThat(run.output())
                .contains("Stopped; the next run goes on from " + dir.resolve("state-" + name + "/savepoints"));
    }

    private static void erase(String customer, TestKafka kafka, String name, JavaProcess run) throws Exception {
        String command = "{\"command\": \"erase\", \"customerId\": \"" + customer
                + "\", \"by\": \"privacy@example.com\", \"reason\": \"asked to\"}";
        kafka.write(List.of(new ProducerRecord<>(name + "-commands-privacy", command.getBytes(UTF_8))));
        kafka.awaitTombstone(name, customer, run);
    }

    private Path config(TestKafka kafka, String name) throws Exception {
        Path config = JobConfig.write(dir, name, kafka.bootstrapServers(), dir.resolve("state-" + name));
        kafka.createTopics(config);
        return config;
    }

    private JavaProcess run(Path config, String... options) throws IOException {
        return new LatidoCommand(dir, config)
                .start(Stream.concat(Stream.of("run"), Stream.of(options)).toArray(String[]::new));
    }
}
