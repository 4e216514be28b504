package dev.latido.rule.engine;

import dev.latido.rule.KeptEvent;
import dev.latido.state.StateReader;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link PartialMatchesWriter} wrote. */
final class PartialMatchesReader {

    private final StateReader in;
    private final Plan plan;
    private final List<KeptEvent> events = new ArrayList<>();
    private final List<Long> orders = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    PartialMatchesReader(StateReader in, Plan plan) {
        this.in = in;
        this.plan = plan;
    }

    PartialMatches read() {
        PartialMatches matches = new PartialMatches();
        readEvents();
        if (events.isEmpty()) {
            return matches;
        }
        if (in.number() != plan.automaton().fingerprint()) {
            throw new IllegalStateException("the partial matches belong to a sequence of another shape");
        }
        readLinks();
        Partial[] waiting = new Partial[in.count()];
        for (int i = 0; i < waiting.length; i++) {
            waiting[i] = new Partial(below(plan.automaton().states().size(), in.number()), link());
        }
        for (int held = in.count(); held > 0; held--) {
            matches.hold(link());
        }
        matches.continueAt(orders.get(orders.size() - 1) + 1, events.size(), links.size());
        matches.become(waiting, plan);
        return matches;
    }

    private void readEvents() {
        long order = 0;
        for (int left = in.count(); left > 0; left--) {
            order += in.number();
            orders.add(order);
            events.add(KeptEvents.read(in));
        }
    }

    private void readLinks() {
        for (int left = in.count(); left > 0; left--) {
            int event = below(events.size(), in.number());
            int step = below(plan.names().size(), in.number());
            int back = below(links.size() + 1, in.number());
            Link previous = back == 0 ? null : links.get(links.size() - back);
            links.add(new Link(events.get(event), orders.get(event), step, previous));
        }
    }

    private Link link() {
        return links.get(below(links.size(), in.number()));
    }

    private static int below(int limit, long number) {
        if (number < 0 || number >= limit) {
            throw new IllegalStateException("the state names number " + number + " of " + limit);
        }
        return (int) number;
    }
}
