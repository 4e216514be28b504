package dev.latido.connector.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
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

/** Writes a few records to a topic, outside any job. */
public final class RecordSender implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final List<Future<RecordMetadata>> answers = new ArrayList<>();

    private RecordSender(KafkaProducer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    public static RecordSender to(KafkaConnection connection, String topic) {
        Properties properties = connection.properties();
        properties.setProperty("acks", "all");
        properties.setProperty("enable.idempotence", "true");
        properties.setProperty("max.block.ms", Long.toString(LONGEST.toMillis()));
        properties.setProperty("delivery.timeout.ms", Long.toString(LONGEST.toMillis()));
        properties.setProperty("request.timeout.ms", Long.toString(LONGEST.toMillis() / 2));
        return new RecordSender(
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()), topic);
    }

    /**
     * Sends a record after those before it.
     *
     * @param value null for a record by which a compacted topic forgets the key
     */
    public void send(String key, byte @Nullable [] value) {
        answers.add(producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value)));
    }

    /** Once this returns, the brokers have all that was sent. */
    public void flush() throws KafkaAccessException {
        for (Future<RecordMetadata> answer : answers) {
            await(answer);
        }
        answers.clear();
    }

    private void await(Future<RecordMetadata> answer) throws KafkaAccessException {
        try {
            answer.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new KafkaAccessException(
                    "Kafka did not take the record for the topic " + topic + ": " + cause.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaAccessException(
                    "Interrupted before Kafka had taken the record for the topic " + topic + ".", e);
        }
    }

    @Override
    public void close() {
        producer.close(LONGEST);
    }
}
