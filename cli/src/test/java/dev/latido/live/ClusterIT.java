package dev.latido.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The job's jar on a Flink cluster of several processes, over a real broker. */
@Timeout(240)
class ClusterIT {

    private static final Path JAR = Path.of("../flink-jobs/target/latido-job.jar");

    @TempDir
    private Path dir;

    @Test
    void aJobWhoseTaskManagerIsKilledPublishesWhatAnUndisturbedOneDoes() throws Exception {
        Feed feed = new Feed();
        try (TestKafka kafka = TestKafka.start(dir.resolve("kafka"));
                FlinkCluster cluster = FlinkCluster.start(dir.resolve("flink"), JAR, 1)) {
            JavaProcess victim = cluster.startTaskManager();
            FlinkRest rest = cluster.rest();
            rest.awaitTaskManagers(2, cluster.processes());
            String jar = rest.upload(JAR);

            String config = config(kafka, "disturbed");
            kafka.write(feed.part(0));
            String disturbed = rest.run(jar, "--config", config);
            kafka.awaitScores("disturbed", feed.ticks(0), cluster.processes());
            var unwritten = kafka.writeUntilUncommitted("disturbed", feed.part(1), cluster.processes());
            victim.kill();
            kafka.write(unwritten);
            JavaProcess replacement = cluster.startTaskManager();
            kafka.write(feed.part(2));
            kafka.awaitScores("disturbed", feed.ticks(2), cluster.processes());
            assertThat(rest.failures(disturbed)).isPositive();
            assertThat(Metrics.of(replacement, "latido_customers")).isNotEmpty();
            assertThat(Metrics.of(replacement, "latido_evaluation_seconds_bucket"))
                    .isNotEmpty();
            rest.stop(disturbed);

            String undisturbed = rest.run(jar, "--config", config(kafka, "undisturbed"));
            kafka.awaitScores("undisturbed", feed.ticks(2), cluster.processes());
            assertThat(rest.failures(undisturbed)).isZero();
            rest.stop(undisturbed);

            Published.assertSame(kafka, "disturbed", "undisturbed");
        }
    }

    private String config(TestKafka kafka, String name) throws Exception {
        Path config = JobConfig.write(dir, name, kafka.bootstrapServers(), dir.resolve("unused"));
        kafka.createTopics(config);
        return config.toString();
    }
}
