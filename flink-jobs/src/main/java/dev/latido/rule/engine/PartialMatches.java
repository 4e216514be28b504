package dev.latido.rule.engine;

import dev.latido.event.Kind;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What one rule remembers of one customer: the matches that have begun, and whole ones that are held back by an earlier
 * one that might still be completed and would drop them.
 */
public final class PartialMatches {

    private static final Partial[] NONE = {};

    /** In the order of their first events; of those with the same one, the older first. */
    private Partial[] waiting = NONE;

    /** By their last links. Java's queue, because it is Flink's: those with the same first event come in its order. */
    private @Nullable PriorityQueue<Link> held;

    private long deadline = Long.MAX_VALUE;
    private long awaited;
    private long nextOrder;

    /** At least as many as there are. */
    private int events;

    private int links;

    public boolean isEmpty() {
        return waiting.length == 0 && held == null;
    }

    /** How many matches are remembered. */
    public int size() {
        return waiting.length + heldSize();
    }

    /** The instant at which the time of the oldest is up; {@link Long#MAX_VALUE} when there is none. */
    public long deadline() {
        return deadline;
    }

    /** Forgets everything. */
    public void clear() {
        waiting = NONE;
        held = null;
        deadline = Long.MAX_VALUE;
        awaited = 0;
        nextOrder = 0;
        events = 0;
        links = 0;
    }

    public void write(StateWriter out, Matcher matcher) {
        new PartialMatchesWriter(out).write(this, matcher.plan());
    }

    /**
     * Reads what was written for the same sequence or one of the same shape.
     *
     * @throws IllegalStateException when the state is damaged or belongs to a sequence of another shape
     */
    public static PartialMatches read(StateReader in, Matcher matcher) {
        return new PartialMatchesReader(in, matcher.plan()).read();
    }

    /** Whether events of the kind can change anything. */
    boolean awaits(Kind kind) {
        return (awaited & Question.bit(kind)) != 0;
    }

    Partial[] waiting() {
        return waiting;
    }

    List<Link> held() {
        return held == null ? List.of() : new ArrayList<>(held);
    }

    int heldSize() {
        return held == null ? 0 : held.size();
    }

    /** Where the latest event that was taken stands in the order. */
    long latestOrder() {
        return nextOrder - 1;
    }

    void tookEvent() {
        nextOrder++;
        events++;
    }

    void tookLink() {
        links++;
    }

    int eventsAtMost() {
        return events;
    }

    int linksAtMost() {
        return links;
    }

    /** Puts others in the place of those that wait. */
    void become(Partial[] others, Plan plan) {
        waiting = others;
        awaited = 0;
        for (Partial partial : others) {
            awaited |= plan.awaited(partial.state());
        }
        deadline = others.length == 0
                ? Long.MAX_VALUE
                : plan.deadline(others[0].last().startPlace());
        if (isEmpty()) {
            clear();
        }
    }

    void counted(int exactEvents, int exactLinks) {
        events = exactEvents;
        links = exactLinks;
    }

    void continueAt(long order, int exactEvents, int exactLinks) {
        nextOrder = order;
        counted(exactEvents, exactLinks);
    }

    /** Adds a whole match. */
    void hold(Link whole) {
        if (held == null) {
            held = new PriorityQueue<>(4, Comparator.comparingLong(Link::startOrder));
        }
        held.add(whole);
    }

    /**
     * Takes out the earliest whole match; null when there is none.
     *
     * @param inTurn whether it must not have begun after one that still waits
     */
    @Nullable
    Link release(boolean inTurn) {
        if (held == null) {
            return null;
        }
        Link earliest = held.peek();
        boolean isHeld = inTurn
                && waiting.length > 0
                && earliest != null
                && earliest.startOrder() > waiting[0].last().startOrder();
        if (isHeld) {
            return null;
        }
        held.poll();
        if (held.isEmpty()) {
            held = null;
        }
        if (isEmpty()) {
            clear();
        }
        return earliest;
    }

    /** Takes out those that began before the order, whole ones included. */
    List<Link> removeBefore(long order, Plan plan) {
        List<Link> removed = new ArrayList<>();
        while (removed.size() < waiting.length && waiting[removed.size()].last().startOrder() < order) {
            removed.add(waiting[removed.size()].last());
        }
        removeOldest(removed.size(), plan);
        held().stream().filter(whole -> whole.startOrder() < order).forEach(removed::add);
        if (held != null && held.removeIf(whole -> whole.startOrder() < order) && held.isEmpty()) {
            held = null;
        }
        return removed;
    }

    /** Takes out the first of those that wait. */
    void removeOldest(int count, Plan plan) {
        if (count > 0) {
            become(Arrays.copyOfRange(waiting, count, waiting.length), plan);
        }
    }
}
