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

    private static final Comparator<Arrival> AT_SAME_PLACE = Comparator.comparing(
                    (Arrival arrival) -> arrival.event.eventId())
            .thenComparing(Arrival::late)
            .thenComparing(arrival -> arrival.event.at())
            .thenComparing(arrival -> arrival.event.kind())
            .thenComparing(arrival -> arrival.event.name())
            .thenComparing(arrival -> arrival.event.userId())
            .thenComparingLong(arrival -> arrival.event.amountCents())
            .thenComparing(arrival -> new TreeMap<>(arrival.event.attributes()).toString());

    /**
     * The order in which events are applied: by place, then by id as Java compares strings. What follows decides
     * between records that share both, so that the order of arrival never does.
     */
    public static final Comparator<Arrival> ORDER = Arrival::compare;

    public Arrival {
        requireNonNull(event, "event");
    }

    /** A chain of comparators would cost more than all else that is done to an event that waits. */
    private static int compare(Arrival left, Arrival right) {
        return left.place != right.place ? Long.compare(left.place, right.place) : AT_SAME_PLACE.compare(left, right);
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
