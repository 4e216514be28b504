package dev.latido.event;

import static java.util.Objects.requireNonNull;

/**
 * A record that could not become an event.
 *
 * @param partition Kafka partition, or the number of the file among those of a run, from 0
 * @param offset Kafka offset, or the number of the record in its file, from 1
 * @param payload the record's first bytes, at most 512 KiB, in Base64
 * @param payloadBytes length of the whole record
 */
public record DeadLetter(
        int schemaVersion,
        String source,
        String topic,
        int partition,
        long offset,
        String reason,
        String payload,
        int payloadBytes) {

    public static final int SCHEMA_VERSION = 1;

    public DeadLetter {
        requireNonNull(source, "source");
        requireNonNull(topic, "topic");
        requireNonNull(reason, "reason");
        requireNonNull(payload, "payload");
    }
}
