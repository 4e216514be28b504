package dev.latido.connector.kafka;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A topic of events: its name, the source that the events' origin names, and how its records are read.
 *
 * @param <E> type of the events
 */
public record EventTopic<E>(String topic, String source, DecoderSupplier<E> decoder) implements Serializable {

    public EventTopic {
        requireNonNull(topic, "topic");
        requireNonNull(source, "source");
        requireNonNull(decoder, "decoder");
    }
}
