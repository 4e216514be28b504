package dev.latido.connector.record;

import static java.util.Objects.requireNonNull;

/**
 * Where a record was read.
 *
 * @param source name of the source: that of its settings in a live job ({@code clickstream}), that of its mapping in a replay
 * @param topic Kafka topic, or the file's name
 * @param partition Kafka partition, or the number of the file among those of a run, from 0
 * @param offset Kafka offset, or the number of the record in its file, from 1, a CSV header not counted
 */
public record Origin(String source, String topic, int partition, long offset) {

    public Origin {
        requireNonNull(source, "source");
        requireNonNull(topic, "topic");
    }
}
