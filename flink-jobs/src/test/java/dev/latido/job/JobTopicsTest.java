package dev.latido.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latido.connector.kafka.TopicSpec;
import dev.latido.publish.OutputStreams;
import dev.latido.setting.SettingsException;
import dev.latido.setting.SettingsLoader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobTopicsTest {

    @Test
    void everyTopicOfTheSettingsIsNeeded() throws SettingsException {
        assertThat(JobTopics.specs(SettingsLoader.load(null, Map.of())))
                .extracting(TopicSpec::name, TopicSpec::partitions, TopicSpec::retention)
                .containsExactly(
                        tuple("clickstream", 4, Duration.ofDays(7)),
                        tuple("billing", 4, Duration.ofDays(30)),
                        tuple("support", 4, Duration.ofDays(30)),
                        tuple("feedback", 4, Duration.ofDays(30)),
                        tuple("commands-privacy", 1, Duration.ofDays(30)),
                        tuple("rules", 1, null),
                        tuple("models", 1, null),
                        tuple("health-scores", 4, null),
                        tuple("alerts", 4, Duration.ofDays(90)),
                        tuple("shadow-alerts", 4, Duration.ofDays(90)),
                        tuple("features", 4, Duration.ofDays(400)),
                        tuple("rule-status", 1, Duration.ofDays(365)),
                        tuple("model-status", 1, Duration.ofDays(365)),
                        tuple("dead-letters", 1, Duration.ofDays(30)),
                        tuple("late-events", 4, Duration.ofDays(30)));
    }

    @Test
    void thePrefixIsPutInFrontOfEveryTopic() throws SettingsException {
        var settings = SettingsLoader.load(null, Map.of("LATIDO_KAFKA_TOPIC_PREFIX", "eu."));

        assertThat(JobTopics.specs(settings)).extracting(TopicSpec::name).allMatch(name -> name.startsWith("eu."));
        assertThat(JobTopics.byStream(settings).values()).allMatch(name -> name.startsWith("eu."));
    }

    @Test
    void everyOutputStreamHasATopic() throws SettingsException {
        assertThat(JobTopics.byStream(SettingsLoader.load(null, Map.of())).keySet())
                .containsExactlyInAnyOrderElementsOf(OutputStreams.ALL);
    }
}
