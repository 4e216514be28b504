package dev.latido.rule.engine;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.rule.Match;
import dev.latido.rule.MatchListener;
import dev.latido.rule.Occurrence;
import dev.latido.rule.Sequence;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a sequence in the events of customers, one after the other, with the semantics of Flink CEP. Used by one thread
 * at a time.
 *
 * <p>Results depend on the events' order only, not on when time is advanced: the time of each partial match is up at an
 * instant of its own. Stock Flink CEP looks at the time when a watermark comes, so that several may be up at once; then
 * a match that is known at one of these instants is stamped with the watermark, and a partial match that this match would
 * have dropped is reported as timed out all the same. Here it is as if a watermark came at every instant.
 */
public final class Matcher {

    /** How many partial matches are remembered of a customer where nothing else is said. */
    public static final int MOST_PARTIAL_MATCHES = 1_000;

    private final Plan plan;
    private final Tracer tracer;
    private final Search search;
    private final Skipping skipping;
    private final Bounds bounds;

    /** @throws IllegalArgumentException when Flink CEP has no such sequence; the message says why */
    public Matcher(Sequence sequence) {
        this(sequence, MOST_PARTIAL_MATCHES, null);
    }

    /**
     * @param mostPartialMatches how many are remembered of a customer, and of how many events
     * @param trace is told of every step; null where nobody asks
     * @throws IllegalArgumentException when Flink CEP has no such sequence; the message says why
     */
    public Matcher(Sequence sequence, int mostPartialMatches, @Nullable MatchTrace trace) {
        plan = new Plan(sequence);
        tracer = new Tracer(trace, plan);
        search = new Search(plan, tracer);
        skipping = new Skipping(plan, tracer);
        bounds = new Bounds(plan, mostPartialMatches);
    }

    Plan plan() {
        return plan;
    }

    /** The kinds of events that can begin a match. */
    public Set<Kind> startKinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) {
            if (plan.canStart(kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** Whether the event may begin a match, as far as its kind and name tell. */
    public boolean canStart(CustomerEvent event) {
        return plan.canStart(event);
    }

    /** Whether the event may change what is remembered; events of which this is false need not be applied. */
    public boolean concerns(PartialMatches matches, CustomerEvent event) {
        return matches.awaits(event.kind()) || plan.canStart(event);
    }

    /** Applies an event, which may begin a match. */
    public void apply(PartialMatches matches, Occurrence now, MatchListener listener) {
        apply(matches, now, true, listener);
    }

    /**
     * Applies an event, after whatever was due before or at its place.
     *
     * @param starting whether the event may begin a match
     */
    public void apply(PartialMatches matches, Occurrence now, boolean starting, MatchListener listener) {
        advance(matches, now.place(), listener);
        CustomerEvent event = now.event();
        // A trace is to learn of events, too, that a condition kept from beginning anything.
        boolean starts = starting && (tracer.isOn() ? plan.canStart(event.kind()) : plan.canStart(event));
        if ((starts || matches.awaits(event.kind())) && search.meet(matches, now, starts)) {
            settle(matches, now.place(), listener);
        }
    }

    /** Ends the partial matches, and completes the absences, whose time is up at or before the instant. */
    public void advance(PartialMatches matches, long instant, MatchListener listener) {
        while (matches.deadline() <= instant) {
            expire(matches, matches.deadline(), listener);
        }
    }

    private void expire(PartialMatches matches, long at, MatchListener listener) {
        Partial[] waiting = matches.waiting();
        int gone = 0;
        while (gone < waiting.length && plan.deadline(waiting[gone].last().startPlace()) <= at) {
            Partial partial = waiting[gone++];
            if (plan.type(partial.state()) == AutomatonState.Type.PENDING) {
                matches.hold(partial.last());
            } else {
                Match match = plan.match(partial.last());
                tracer.timedOut(partial, match, at);
                listener.timedOut(match, at);
            }
        }
        matches.removeOldest(gone, plan);
        settle(matches, at, listener);
    }

    private void settle(PartialMatches matches, long at, MatchListener listener) {
        do {
            skipping.settle(matches, at, listener);
        } while (bounds.keep(matches, listener));
    }

    /** Takes over what another version of the rule remembered, which is of the same shape. */
    public void adopt(PartialMatches matches) {
        matches.become(matches.waiting(), plan);
    }
}
