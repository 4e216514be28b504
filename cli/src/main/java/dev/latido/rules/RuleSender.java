package dev.latido.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latido.job.JobTopics;
import dev.latido.job.KafkaEnds;
import dev.latido.rule.RuleChange;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes changes of rules to their topic. */
public final class RuleSender implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;

    private RuleSender(KafkaProducer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** A sender to the topic that the settings name. */
    public static RuleSender to(LatidoSettings settings) throws SettingsException {
        Properties properties = KafkaEnds.connection(settings.kafka()).properties();
        properties.setProperty("acks", "all");
        properties.setProperty("enable.idempotence", "true");
        properties.setProperty("max.block.ms", Long.toString(LONGEST.toMillis()));
        properties.setProperty("delivery.timeout.ms", Long.toString(LONGEST.toMillis()));
        properties.setProperty("request.timeout.ms", Long.toString(LONGEST.toMillis() / 2));
        return new RuleSender(
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()),
                JobTopics.name(settings, settings.commands().rules()));
    }

    /** Sends changes in their order; once this returns, the brokers have them. */
    public void send(List<RuleChange> changes) throws IOException {
        List<Future<RecordMetadata>> answers = new ArrayList<>();
        for (RuleChange change : changes) {
            answers.add(send(change.ruleId(), json(change)));
            boolean goneAtOnce =
                    change.action() == RuleChange.Action.DELETE && change.effectiveAt() == RuleChange.AT_ONCE;
            if (goneAtOnce) {
                answers.add(send(change.ruleId(), null)); // so that the topic forgets the rule
            }
        }
        for (Future<RecordMetadata> answer : answers) {
            await(answer);
        }
    }

    private Future<RecordMetadata> send(String ruleId, byte @Nullable [] value) {
        return producer.send(new ProducerRecord<>(topic, ruleId.getBytes(UTF_8), value));
    }

    private void await(Future<RecordMetadata> answer) throws IOException {
        try {
            answer.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(
                    "Kafka did not take the change for the topic " + topic + ": " + cause.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted before Kafka had taken the change for the topic " + topic, e);
        }
    }

    static byte[] json(RuleChange change) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("schemaVersion", 1);
        json.put("ruleId", change.ruleId());
        json.put("action", change.action().text());
        if (!change.definition().isEmpty()) {
            json.put("definition", change.definition());
        }
        json.put("by", change.by());
        json.put("reason", change.reason());
        if (change.effectiveAt() != RuleChange.AT_ONCE) {
            json.put("effectiveAt", Instant.ofEpochMilli(change.effectiveAt()).toString());
        }
        return JSON.writeValueAsBytes(json);
    }

    @Override
    public void close() {
        producer.close(LONGEST);
    }
}
