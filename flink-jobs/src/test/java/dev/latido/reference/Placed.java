package dev.latido.reference;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * An event with its place in the order of its customer.
 *
 * @param at the event's own time, in milliseconds
 * @param place when it is applied: its own time or, where it is late, the highest time read before it
 */
record Placed(CustomerEvent event, long at, long place, boolean late) {

    /** By place, then by id; what follows only decides between different events with the same id at the same place. */
    static final Comparator<Placed> ORDER = Comparator.comparingLong(Placed::place)
            .thenComparing(placed -> placed.event.eventId())
            .thenComparing(Placed::late)
            .thenComparingLong(Placed::at)
            .thenComparing(Placed::kind)
            .thenComparing(placed -> placed.event.name())
            .thenComparing(placed -> placed.event.userId())
            .thenComparingLong(placed -> placed.event.amountCents())
            .thenComparing(placed -> new TreeMap<>(placed.event.attributes()).toString());

    Kind kind() {
        return event.kind();
    }

    /** The UTC calendar day of the event's own time. */
    long day() {
        return dayOf(at);
    }

    static long dayOf(long instant) {
        return Math.floorDiv(instant, ReferenceHealth.DAY);
    }
}
