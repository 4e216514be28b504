package dev.latido.connector.kafka;

import dev.latido.connector.record.Decoded;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

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
        return KafkaSource.<Decoded<E>>builder()
                .setProperties(connection.properties())
                .setProperty("partition.discovery.interval.ms", DISCOVERY_INTERVAL_MS)
                .setProperty("isolation.level", "read_committed")
                .setGroupId(input.groupId())
                .setTopics(input.topicNames())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new DecodingSchema<>(input, type))
                .build();
    }
}
