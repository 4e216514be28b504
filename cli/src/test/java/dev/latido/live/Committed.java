package dev.latido.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The committed records of a topic, as they come. */
final class Committed implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<JsonNode> records = new ArrayList<>();

    Committed(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** All that are committed by now: a single poll may come back with nothing while there is more to read. */
    List<JsonNode> soFar() throws IOException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        do {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                records.add(JSON.readTree(record.value()));
            }
        } while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()));
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
