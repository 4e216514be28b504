package dev.latido.connector.kafka;

import dev.latido.connector.record.Decoded;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.common.TopicPartition;

/** Events from Kafka topics, decoded where they are read. */
public final class KafkaEventSource {

    /** How often new partitions are looked for, in milliseconds. */
    private static final String DISCOVERY_INTERVAL_MS = "60000";

    private KafkaEventSource() {}

    /**
     * A source that reads committed records, never ends, and begins with the oldest record where the job has no state:
     * what a job knows is a function of what it has read, so one without state has read nothing.
     *
     * @param type how the job serializes what became of a record
     */
    public static <E> KafkaSource<Decoded<E>> of(
            KafkaConnection connection, EventInput<E> input, TypeInformation<Decoded<E>> type) {
        return from(connection, input, type, OffsetsInitializer.earliest());
    }

    /**
     * The same, but where the job has no state it begins at the given offsets, and in other partitions with the oldest record.
     *
     * @param type how the job serializes what became of a record
     */
    public static <E> KafkaSource<Decoded<E>> from(
            KafkaConnection connection,
            EventInput<E> input,
            TypeInformation<Decoded<E>> type,
            Map<TopicPartition, Long> offsets) {
        return from(connection, input, type, OffsetsInitializer.offsets(offsets));
    }

    private static <E> KafkaSource<Decoded<E>> from(
            KafkaConnection connection,
            EventInput<E> input,
            TypeInformation<Decoded<E>> type,
            OffsetsInitializer begin) {
        return KafkaSource.<Decoded<E>>builder()
                .setProperties(connection.properties())
                .setProperty("partition.discovery.interval.ms", DISCOVERY_INTERVAL_MS)
                .setProperty("isolation.level", "read_committed")
                .setGroupId(input.groupId())
                .setTopics(input.topicNames())
                .setStartingOffsets(begin)
                .setDeserializer(new DecodingSchema<>(input, type))
                .build();
    }
}
