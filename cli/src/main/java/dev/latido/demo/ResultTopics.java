package dev.latido.demo;

import dev.latido.connector.kafka.KafkaConnection;
import dev.latido.job.JobTopics;
import dev.latido.setting.LatidoSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The job's output topics, read from their beginning as anybody would read them: only what is committed. */
final class ResultTopics implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, String> streams;

    private ResultTopics(KafkaConsumer<byte[], byte[]> consumer, Map<String, String> streams) {
        this.consumer = consumer;
        this.streams = streams;
    }

    static ResultTopics of(KafkaConnection connection, LatidoSettings settings) {
        Map<String, String> streams = new HashMap<>();
        JobTopics.byStream(settings).forEach((stream, topic) -> streams.put(topic, stream));
        Properties properties = connection.properties();
        properties.setProperty("isolation.level", "read_committed");
        properties.setProperty("max.poll.records", "5000");
        var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = streams.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new ResultTopics(consumer, streams);
    }

    /** What has been committed since the last call; waits that long for something to come. */
    List<Result> poll(Duration wait) throws IOException {
        List<Result> results = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> written : consumer.poll(wait)) {
            // A record without a value takes a forgotten customer out of a compacted topic.
            if (written.value() != null) {
                results.add(Result.of(streams.getOrDefault(written.topic(), written.topic()), written));
            }
        }
        return results;
    }

    /** Whether everything that has been committed so far has been read. */
    boolean atEnd() {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
