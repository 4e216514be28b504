package dev.latido.job;

import dev.latido.connector.kafka.KafkaAccessException;
import dev.latido.connector.kafka.KafkaConnection;
import dev.latido.connector.kafka.Topics;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether Kafka has what the job needs; asked before the job starts, so that it never runs half. */
public final class KafkaReadiness {

    /** How long a checkpoint may take. */
    static final Duration CHECKPOINT_TIMEOUT = Duration.ofMinutes(5);

    private KafkaReadiness() {}

    /** What is missing or wrong, one sentence each; empty when the job can start. */
    public static List<String> problems(LatidoSettings settings) throws SettingsException, KafkaAccessException {
        KafkaConnection connection = KafkaEnds.connection(settings.kafka());
        try (Topics topics = Topics.at(connection, Topics.TIMEOUT)) {
            List<String> problems = new ArrayList<>(topics.check(JobTopics.specs(settings)));
            problems.addAll(topics.checkTransactions(
                    KafkaEnds.delivery(settings.kafka()),
                    Duration.ofSeconds(settings.job().checkpointSeconds()),
                    CHECKPOINT_TIMEOUT));
            return problems;
        }
    }

    /** Fails with what is missing or wrong, in one sentence. */
    public static void require(LatidoSettings settings) throws SettingsException, KafkaAccessException {
        List<String> problems = problems(settings);
        if (!problems.isEmpty()) {
            throw new SettingsException(
                    "Kafka at " + settings.kafka().bootstrapServers() + " is not ready: " + String.join(" ", problems));
        }
    }
}
