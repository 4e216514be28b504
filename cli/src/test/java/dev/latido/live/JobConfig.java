package dev.latido.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Settings of a run with a name, which has output topics of its own. */
final class JobConfig {

    private static final String SOURCES_OF_THE_FEED = """
            sources:
              clickstream: {partitions: %d}
              billing: {partitions: %d}
              support: {partitions: %d}
              feedback: {partitions: %d}
            """.formatted(
                    Feed.PARTITIONS.get("clickstream"),
                    Feed.PARTITIONS.get("billing"),
                    Feed.PARTITIONS.get("support"),
                    Feed.PARTITIONS.get("feedback"));

    private JobConfig() {}

    /** A run that reads the feed's topics. */
    static Path write(Path dir, String name, String bootstrapServers, Path stateDirectory) throws IOException {
        return write(dir, name, bootstrapServers, stateDirectory, SOURCES_OF_THE_FEED);
    }

    /** A run that reads one topic of its own, with events in Latido's form, and nothing else that ever holds time back. */
    static Path withEventsOfItsOwn(
            Path dir, String name, String bootstrapServers, Path stateDirectory, String topic, int partitions)
            throws IOException {
        return write(dir, name, bootstrapServers, stateDirectory, """
                sources:
                  clickstream: {sparse: true}
                  billing: {sparse: true}
                  support: {sparse: true}
                  feedback: {topic: %s, partitions: %d}
                """.formatted(topic, partitions));
    }

    private static Path write(Path dir, String name, String bootstrapServers, Path stateDirectory, String sources)
            throws IOException {
        return Files.writeString(
                dir.resolve(name + ".yaml"), """
                kafka:
                  bootstrapServers: %2$s
                  groupId: %1$s
                  transactionalIdPrefix: %1$s
                %4$soutputs:
                  healthScores: {topic: %1$s-health-scores, partitions: 2}
                  alerts: {topic: %1$s-alerts, partitions: 2}
                  shadowAlerts: {topic: %1$s-shadow-alerts, partitions: 2}
                  features: {topic: %1$s-features, partitions: 2}
                  ruleStatus: {topic: %1$s-rule-status}
                  modelStatus: {topic: %1$s-model-status}
                  deadLetters: {topic: %1$s-dead-letters}
                  lateEvents: {topic: %1$s-late-events, partitions: 2}
                commands:
                  privacy: {topic: %1$s-commands-privacy}
                  rules: {topic: %1$s-rules}
                  models: {topic: %1$s-models}
                time:
                  # Never within a test: results of an idle partition depend on the wall clock.
                  idleSeconds: 86400
                  # Six weeks are read in seconds, and partitions are still aligned.
                  maxDriftMinutes: 2880
                job:
                  parallelism: 2
                  checkpointSeconds: 1
                  stateDirectory: %3$s
                metrics:
                  port: 0
                """.formatted(name, bootstrapServers, stateDirectory, sources));
    }
}
