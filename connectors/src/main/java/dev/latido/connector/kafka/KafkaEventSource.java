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
     * A source that goes on where its group stopped, and begins with the oldest record where the group is new. It reads
     * committed records only.
     *
     * @param type how the job serializes what became of a record
     */
    @SuppressWarnings("deprecation") // the connector knows no other name for the reset strategy
    public static <E> KafkaSource<Decoded<E>> of(
            KafkaConnection connection, EventInput<E> input, TypeInformation<Decoded<E>> type) {
        return starting(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST), connection, input, type);
    }

    /** The same, but a source that begins with the oldest record, wherever its group stopped. */
    public static <E> KafkaSource<Decoded<E>> fromTheOldest(
            KafkaConnection connection, EventInput<E> input, TypeInformation<Decoded<E>> type) {
        return starting(OffsetsInitializer.earliest(), connection, input, type);
    }

    private static <E> KafkaSource<Decoded<E>> starting(
            OffsetsInitializer offsets,
            KafkaConnection connection,
            EventInput<E> input,
            TypeInformation<Decoded<E>> type) {
        return KafkaSource.<Decoded<E>>builder()
                .setProperties(connection.properties())
                .setProperty("partition.discovery.interval.ms", DISCOVERY_INTERVAL_MS)
                .setProperty("isolation.level", "read_committed")
                .setGroupId(input.groupId())
                .setTopics(input.topicNames())
                .setStartingOffsets(offsets)
                .setDeserializer(new DecodingSchema<>(input, type))
                .build();
    }
}
