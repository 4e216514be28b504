package dev.latido.event;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.TreeMap;

/**
 * An event with its place in the order of its customer.
 *
 * @param place instant at which the event is applied, milliseconds since 1970-01-01 UTC: the event's own time or, for a
 *     late event, the highest time read before it in its partition or file
 * @param late whether the event came further behind that highest time than its source allows
 */
public record Arrival(CustomerEvent event, long place, boolean late) implements CustomerInput {

    /**
     * The order in which events are applied: by place, then by id as Java compares strings. What follows decides
     * between records that share both, so that the order of arrival never does.
     */
    public static final Comparator<Arrival> ORDER = Comparator.comparingLong(Arrival::place)
            .thenComparing(arrival -> arrival.event.eventId())
            .thenComparing(Arrival::late)
            .thenComparing(arrival -> arrival.event.at())
            .thenComparing(arrival -> arrival.event.kind())
            .thenComparing(arrival -> arrival.event.name())
            .thenComparing(arrival -> arrival.event.userId())
            .thenComparingLong(arrival -> arrival.event.amountCents())
            .thenComparing(arrival -> new TreeMap<>(arrival.event.attributes()).toString());

    public Arrival {
        requireNonNull(event, "event");
    }

    @Override
    public String tenantId() {
        return event.tenantId();
    }

    @Override
    public String customerId() {
        return event.customerId();
    }
}
