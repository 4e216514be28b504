package dev.latido.connector.kafka;

import dev.latido.connector.record.Publication;
import java.util.Map;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Sends a publication to its stream's topic, stamped by the broker or the client and never with event time. */
final class RoutingSchema implements KafkaRecordSerializationSchema<Publication> {

    private static final long serialVersionUID = 1L;

    private final Map<String, String> topics;

    RoutingSchema(Map<String, String> topics) {
        this.topics = Map.copyOf(topics);
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            Publication publication, KafkaSinkContext context, @Nullable Long timestamp) {
        String topic = topics.get(publication.stream());
        if (topic == null) {
            throw new IllegalStateException("No topic is set for the stream " + publication.stream());
        }
        return new ProducerRecord<>(topic, null, null, publication.key(), publication.value());
    }
}
