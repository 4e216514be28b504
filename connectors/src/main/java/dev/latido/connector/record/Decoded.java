package dev.latido.connector.record;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Base64;

/**
 * What became of one record, or of one element of a batch: an event, nothing, or a rejection.
 *
 * @param <E> type of the events
 */
public sealed interface Decoded<E> {

    /** Where the record was read; elements of a batch share it. */
    Origin origin();

    /**
     * A record that is an event.
     *
     * @param at event time, milliseconds since 1970-01-01 UTC
     */
    record Event<E>(Origin origin, E event, long at) implements Decoded<E> {
        public Event {
            requireNonNull(origin, "origin");
            requireNonNull(event, "event");
        }
    }

    /** A record that the mapping says to leave out. */
    record Ignored<E>(Origin origin) implements Decoded<E> {
        public Ignored {
            requireNonNull(origin, "origin");
        }
    }

    /**
     * A record that cannot become an event.
     *
     * @param reason one precise clause without a full stop, for a person; never the record's own text
     * @param payload the record's first bytes, at most {@link #MAX_PAYLOAD_BYTES}, in Base64
     * @param payloadBytes length of the whole record
     */
    record Rejected<E>(Origin origin, String reason, String payload, int payloadBytes) implements Decoded<E> {

        /** Longest payload that is kept: in Base64, and with the rest around it, it fits a Kafka record of 1 MiB. */
        public static final int MAX_PAYLOAD_BYTES = 512 * 1024;

        public Rejected {
            requireNonNull(origin, "origin");
            requireNonNull(reason, "reason");
            requireNonNull(payload, "payload");
        }

        /** A rejection that keeps as much of the record as {@link #MAX_PAYLOAD_BYTES} allows. */
        public static <E> Rejected<E> of(Origin origin, String reason, byte[] record) {
            byte[] kept = record.length <= MAX_PAYLOAD_BYTES ? record : Arrays.copyOf(record, MAX_PAYLOAD_BYTES);
            return new Rejected<>(origin, reason, Base64.getEncoder().encodeToString(kept), record.length);
        }
    }
}
