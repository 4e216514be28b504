package dev.latido.job;

import dev.latido.connector.kafka.KafkaAccessException;
import dev.latido.connector.kafka.KafkaConnection;
import dev.latido.connector.kafka.TopicSpec;
import dev.latido.connector.kafka.Topics;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether Kafka has what the job needs; asked before the job starts, so that it never runs half.
 *
 * @param topics for every topic that the job needs, in their order, what is missing or wrong, one sentence each
 * @param transactions what is wrong with the transactions, one sentence each
 */
public record KafkaReadiness(Map<TopicSpec, List<String>> topics, List<String> transactions) {

    /** How long a checkpoint may take. */
    static final Duration CHECKPOINT_TIMEOUT = Duration.ofMinutes(5);

    public KafkaReadiness {
        topics = Collections.unmodifiableMap(new LinkedHashMap<>(topics));
        transactions = List.copyOf(transactions);
    }

    /** Asks Kafka. */
    public static KafkaReadiness of(LatidoSettings settings) throws SettingsException, KafkaAccessException {
        KafkaConnection connection = KafkaEnds.connection(settings.kafka());
        try (Topics kafka = Topics.at(connection, Topics.TIMEOUT)) {
            Map<TopicSpec, List<String>> topics = new LinkedHashMap<>();
            for (TopicSpec needed : JobTopics.specs(settings)) {
                topics.put(needed, kafka.check(List.of(needed)));
            }
            return new KafkaReadiness(
                    topics,
                    kafka.checkTransactions(
                            KafkaEnds.delivery(settings.kafka()),
                            Duration.ofSeconds(settings.job().checkpointSeconds()),
                            CHECKPOINT_TIMEOUT));
        }
    }

    /** All that is missing or wrong; empty when the job can start. */
    public List<String> problems() {
        return Stream.concat(topics.values().stream().flatMap(List::stream), transactions.stream())
                .toList();
    }

    /** Fails with what is missing or wrong, in one sentence. */
    public static void require(LatidoSettings settings) throws SettingsException, KafkaAccessException {
        List<String> problems = of(settings).problems();
        if (!problems.isEmpty()) {
            throw new SettingsException(
                    "Kafka at " + settings.kafka().bootstrapServers() + " is not ready: " + String.join(" ", problems));
        }
    }
}
