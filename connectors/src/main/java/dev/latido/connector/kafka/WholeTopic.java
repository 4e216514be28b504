package dev.latido.connector.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * All that is committed in a small topic.
 *
 * @param records within a partition in their order
 * @param offsets by partition, where reading ended
 */
public record WholeTopic(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> offsets) {

    private static final Duration POLL = Duration.ofMillis(200);

    public WholeTopic {
        records = List.copyOf(records);
        offsets = Map.copyOf(offsets);
    }

    /**
     * Reads a topic from its beginning to where it ends now.
     *
     * @param longest how long Kafka may give nothing
     */
    public static WholeTopic read(KafkaConnection connection, String topic, Duration longest)
            throws KafkaAccessException {
        Properties properties = connection.properties();
        properties.setProperty("isolation.level", "read_committed");
        properties.setProperty("allow.auto.create.topics", "false");
        properties.setProperty("default.api.timeout.ms", Long.toString(longest.toMillis()));
        try {
            var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            try {
                return read(consumer, topic, longest.dividedBy(POLL));
            } finally {
                consumer.close(CloseOptions.timeout(Duration.ZERO));
            }
        } catch (KafkaException e) {
            throw new KafkaAccessException(
                    "The topic " + topic + " at " + connection + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static WholeTopic read(KafkaConsumer<byte[], byte[]> consumer, String topic, long emptyPolls) {
        Collection<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("it does not exist");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long left = emptyPolls;
        while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            ConsumerRecords<byte[], byte[]> read = consumer.poll(POLL);
            left = read.isEmpty() ? left - 1 : emptyPolls;
            if (left <= 0) {
                throw new TimeoutException("its end was not reached in time");
            }
            read.forEach(records::add);
        }
        Map<TopicPartition, Long> offsets = new HashMap<>();
        partitions.forEach(partition -> offsets.put(partition, consumer.position(partition)));
        return new WholeTopic(records, offsets);
    }
}
