package dev.latido.connector.kafka;

import dev.latido.connector.record.Publication;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/** All of a job's output to Kafka through one sink: one transaction per checkpoint and subtask, whatever the topics. */
public final class PublicationSink {

    private PublicationSink() {}

    /**
     * A sink that sends each publication to its stream's topic.
     *
     * @param topics for every stream, its topic
     */
    public static KafkaSink<Publication> of(KafkaConnection connection, Delivery delivery, Map<String, String> topics) {
        return KafkaSink.<Publication>builder()
                .setKafkaProducerConfig(producerProperties(connection, delivery))
                .setDeliveryGuarantee(flinkName(delivery.guarantee()))
                .setTransactionalIdPrefix(delivery.transactionalIdPrefix())
                .setRecordSerializer(new RoutingSchema(topics))
                .build();
    }

    /** Large, compressed batches, unless the connection's own properties say otherwise. */
    static Properties producerProperties(KafkaConnection connection, Delivery delivery) {
        Properties properties = new Properties();
        properties.setProperty("linger.ms", "20");
        properties.setProperty("batch.size", Integer.toString(256 << 10));
        properties.setProperty("buffer.memory", Integer.toString(64 << 20));
        properties.setProperty("compression.type", "lz4");
        properties.setProperty("max.request.size", Integer.toString(8 << 20));
        properties.putAll(connection.properties());
        properties.setProperty(
                "transaction.timeout.ms",
                Long.toString(delivery.transactionTimeout().toMillis()));
        return properties;
    }

    private static DeliveryGuarantee flinkName(Guarantee guarantee) {
        return switch (guarantee) {
            case EXACTLY_ONCE -> DeliveryGuarantee.EXACTLY_ONCE;
            case AT_LEAST_ONCE -> DeliveryGuarantee.AT_LEAST_ONCE;
        };
    }
}
