package dev.latido.connector.record;

import java.util.function.Consumer;

/**
 * Turns the bytes of a record into events, total over every input: it never throws. Not thread-safe; each reader opens
 * its own.
 *
 * @param <E> type of the events
 */
@FunctionalInterface
public interface RecordDecoder<E> {

    /**
     * Decodes one record; gives at least one result, and more than one only for a batch, in the batch's order.
     *
     * @param payload the record, without its line end
     * @param latest the latest plausible event time, milliseconds since 1970-01-01 UTC; a later one is rejected
     */
    void decode(byte[] payload, Origin origin, long latest, Consumer<? super Decoded<E>> out);

    /**
     * Decodes a record without a value, which in a compacted topic says that what has this key is no more.
     *
     * @param key empty where the record has none
     * @param latest as in {@link #decode}
     */
    default void decodeTombstone(byte[] key, Origin origin, long latest, Consumer<? super Decoded<E>> out) {
        out.accept(Decoded.Rejected.of(origin, "empty record", new byte[0]));
    }
}
