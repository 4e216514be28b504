package dev.latido.connector.record;

import java.io.Serializable;
import java.util.Map;

/**
 * Makes an event of what a mapping found in a record; how a job's event type gets into a decoder that does not know it.
 *
 * @param <E> type of the events
 */
@FunctionalInterface
public interface EventFactory<E> extends Serializable {

    /**
     * Makes the event.
     *
     * @param at milliseconds since 1970-01-01 UTC
     * @param name empty where the record has none
     * @param amountCents minor units; 0 where the record has none
     * @param attributes owned by the event from here on
     * @throws InvalidRecordException when the values are not a valid event; the record becomes a rejection
     */
    E create(
            String eventId,
            String tenantId,
            String customerId,
            String userId,
            String kind,
            String name,
            long at,
            long amountCents,
            Map<String, String> attributes)
            throws InvalidRecordException;
}
