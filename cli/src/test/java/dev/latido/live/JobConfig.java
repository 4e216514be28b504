package dev.latido.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Settings of a run with a name, which reads the feed's topics and has output topics of its own. */
final class JobConfig {

    private JobConfig() {}

    static Path write(Path dir, String name, String bootstrapServers, Path stateDirectory) throws IOException {
        return Files.writeString(dir.resolve(name + ".yaml"), """
                kafka:
                  bootstrapServers: %2$s
                  groupId: %1$s
                  transactionalIdPrefix: %1$s
                sources:
                  clickstream: {partitions: %4$d}
                  billing: {partitions: %5$d}
                  support: {partitions: %6$d}
                  feedback: {partitions: %7$d}
                outputs:
                  healthScores: {topic: %1$s-health-scores, partitions: 2}
                  alerts: {topic: %1$s-alerts, partitions: 2}
                  shadowAlerts: {topic: %1$s-shadow-alerts, partitions: 2}
                  ruleStatus: {topic: %1$s-rule-status}
                  deadLetters: {topic: %1$s-dead-letters}
                  lateEvents: {topic: %1$s-late-events, partitions: 2}
                commands:
                  privacy: {topic: %1$s-commands-privacy}
                  rules: {topic: %1$s-rules}
                time:
                  # Never within a test: results of an idle partition depend on the wall clock.
                  idleSeconds: 86400
                  # Six weeks are read in seconds, and partitions are still aligned.
                  maxDriftMinutes: 2880
                job:
                  parallelism: 2
                  checkpointSeconds: 2
                  stateDirectory: %3$s
                metrics:
                  port: 0
                """.formatted(
                        name,
                        bootstrapServers,
                        stateDirectory,
                        Feed.PARTITIONS.get("clickstream"),
                        Feed.PARTITIONS.get("billing"),
                        Feed.PARTITIONS.get("support"),
                        Feed.PARTITIONS.get("feedback")));
    }
}
