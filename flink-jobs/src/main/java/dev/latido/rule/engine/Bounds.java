package dev.latido.rule.engine;

import dev.latido.rule.MatchListener;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/** Keeps what is remembered of a customer within bounds: with one partial match too many, the oldest goes. */
final class Bounds {

    /** Partial matches with many events that share few of them would need memory in the square of their number. */
    static final int LINKS_PER_MATCH = 20;

    private final Plan plan;
    private final int most;

    private final Set<Link> links = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Long> events = new HashSet<>();

    Bounds(Plan plan, int most) {
        this.plan = plan;
        this.most = most;
    }

    /** Drops what is too much; says whether something was. */
    boolean keep(PartialMatches matches, MatchListener listener) {
        boolean isWithin = matches.size() <= most
                && matches.eventsAtMost() <= most
                && matches.linksAtMost() <= LINKS_PER_MATCH * most;
        if (isWithin) {
            return false;
        }
        int drop = excess(matches);
        if (drop > 0) {
            matches.removeOldest(drop, plan);
            listener.dropped(drop);
        }
        return drop > 0;
    }

    /** How many of the oldest are too many, counted from the newest; whole ones come first. */
    private int excess(PartialMatches matches) {
        matches.held().forEach(this::count);
        int counted = matches.heldSize();
        Partial[] waiting = matches.waiting();
        int first = waiting.length;
        int keptEvents = events.size();
        int keptLinks = links.size();
        while (first > 0) {
            count(waiting[first - 1].last());
            counted++;
            if (counted > most || events.size() > most || links.size() > LINKS_PER_MATCH * most) {
                break;
            }
            keptEvents = events.size();
            keptLinks = links.size();
            first--;
        }
        matches.counted(keptEvents, keptLinks);
        links.clear();
        events.clear();
        return first;
    }

    private void count(Link last) {
        for (Link link = last; link != null && links.add(link); link = link.previous()) {
            events.add(link.order());
        }
    }
}
