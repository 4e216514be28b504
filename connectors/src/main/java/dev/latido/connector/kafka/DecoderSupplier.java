package dev.latido.connector.kafka;

import dev.latido.connector.record.RecordDecoder;
import java.io.Serializable;

/**
 * Opens a decoder where the records are read; travels there with the job.
 *
 * @param <E> type of the events
 */
@FunctionalInterface
public interface DecoderSupplier<E> extends Serializable {

    RecordDecoder<E> open();
}
