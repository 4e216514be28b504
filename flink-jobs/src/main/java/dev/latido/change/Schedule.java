package dev.latido.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Accepted changes in the order in which they take effect; at the same instant, in that of their numbers.
 *
 * @param <E> the changes
 */
public final class Schedule<E extends Effective> {

    private static final Comparator<Effective> ORDER =
            Comparator.comparingLong(Effective::effectiveAt).thenComparingLong(Effective::changeId);

    private final List<E> changes = new ArrayList<>();

    /**
     * Takes a change in.
     *
     * @return changes of the same subject that were to take effect later, and now never will
     */
    public List<E> add(E change) {
        List<E> withdrawn = changes.stream()
                .filter(other -> other.change().subject().equals(change.change().subject())
                        && other.effectiveAt() > change.effectiveAt())
                .toList();
        changes.removeAll(withdrawn);
        int place = changes.size();
        while (place > 0 && ORDER.compare(changes.get(place - 1), change) > 0) {
            place--;
        }
        changes.add(place, change);
        return withdrawn;
    }

    /** All that are kept, as they are now and as they will be. */
    public List<E> changes() {
        return Collections.unmodifiableList(changes);
    }

    /** Forgets the one that took effect first. */
    public E removeFirst() {
        return changes.remove(0);
    }

    /** Forgets changes. */
    public void removeIf(Predicate<E> which) {
        changes.removeIf(which);
    }

    /** How many have yet to take effect; before all events those from the beginning have. */
    public int pendingAt(long instant) {
        return (int) changes.stream()
                .filter(change -> change.effectiveAt() > Math.max(instant, Effective.BEGINNING))
                .count();
    }
}
