package dev.latido.rule.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Whole matches that are not told yet, by their last links: the earliest comes first. Those with the same first event
 * come in the order of Java's queue, because it is Flink's, too.
 */
final class HeldMatches {

    private final PriorityQueue<Link> matches = new PriorityQueue<>(4, Comparator.comparingLong(Link::startOrder));

    boolean isEmpty() {
        return matches.isEmpty();
    }

    int size() {
        return matches.size();
    }

    /** In an order in which they can be added again, to come out as they would have. */
    List<Link> list() {
        return new ArrayList<>(matches);
    }

    void add(Link whole) {
        matches.add(whole);
    }

    /** Takes out the earliest, provided that it did not begin after the order; null otherwise. */
    @Nullable
    Link release(long latestStart) {
        Link earliest = matches.peek();
        return earliest == null || earliest.startOrder() > latestStart ? null : matches.poll();
    }

    /** Takes out those that began before the order. */
    List<Link> removeBefore(long order) {
        List<Link> removed =
                matches.stream().filter(whole -> whole.startOrder() < order).toList();
        matches.removeIf(whole -> whole.startOrder() < order);
        return removed;
    }
}
