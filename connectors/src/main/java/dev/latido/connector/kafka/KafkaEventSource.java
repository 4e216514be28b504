package dev.latido.connector.kafka;

import dev.latido.connector.record.Decoded;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Events from Kafka topics, decoded where they are read. */
public final class KafkaEventSource {

    /** How often new partitions are looked for, in milliseconds. */
    private static final String DISCOVERY_INTERVAL_MS = "60000";

    private KafkaEventSource() {}

    /**
     * A source that reads committed records and never ends.
     *
     * @param type how the job serializes what became of a record
     */
    public static <E> KafkaSource<Decoded<E>> of(
            KafkaConnection connection, EventInput<E> input, TypeInformation<Decoded<E>> type) {
        return KafkaSource.<Decoded<E>>builder()
                .setProperties(connection.properties())
                .setProperty("partition.discovery.interval.ms", DISCOVERY_INTERVAL_MS)
                .setProperty("isolation.level", "read_committed")
                .setGroupId(input.groupId())
                .setTopics(input.topicNames())
                .setStartingOffsets(offsets(input.start()))
                .setDeserializer(new DecodingSchema<>(input, type))
                .build();
    }

    @SuppressWarnings("deprecation") // the connector knows no other name for the reset strategy
    private static OffsetsInitializer offsets(EventInput.Start start) {
        return switch (start) {
            case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
            case EARLIEST -> OffsetsInitializer.earliest();
        };
    }
}
