package dev.latido.setting;

import java.io.Serializable;

/**
 * The {@code kafka} block.
 *
 * @param propertiesFile client properties that pass through to every client (SASL, TLS); empty for none
 * @param topicPrefix put in front of every topic's name; may be empty
 * @param guarantee {@code exactly-once} or {@code at-least-once}
 * @param transactionTimeoutMinutes at most what the brokers allow, which is 15 unless set otherwise there
 * @param replicationFactor of topics that are created; 0 leaves it to the brokers
 */
public record KafkaSettings(
        String bootstrapServers,
        String propertiesFile,
        String groupId,
        String topicPrefix,
        String guarantee,
        String transactionalIdPrefix,
        int transactionTimeoutMinutes,
        int replicationFactor)
        implements Serializable {

    public static final String EXACTLY_ONCE = "exactly-once";
    public static final String AT_LEAST_ONCE = "at-least-once";

    public KafkaSettings {
        Require.text("kafka.bootstrapServers", bootstrapServers);
        Require.text("kafka.groupId", groupId);
        Require.oneOf("kafka.guarantee", guarantee, EXACTLY_ONCE, AT_LEAST_ONCE);
        Require.text("kafka.transactionalIdPrefix", transactionalIdPrefix);
        Require.between("kafka.transactionTimeoutMinutes", transactionTimeoutMinutes, 1, 1440);
        Require.between("kafka.replicationFactor", replicationFactor, 0, 100);
        if (!topicPrefix.isEmpty()) {
            Require.topic("kafka.topicPrefix", topicPrefix);
        }
    }

    public boolean exactlyOnce() {
        return EXACTLY_ONCE.equals(guarantee);
    }
}
