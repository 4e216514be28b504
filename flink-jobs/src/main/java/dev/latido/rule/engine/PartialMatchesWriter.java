package dev.latido.rule.engine;

import dev.latido.rule.KeptEvent;
import dev.latido.state.StateWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/** Writes what is remembered: each event once, then the links between them, then where each partial match waits. */
final class PartialMatchesWriter {

    private final StateWriter out;
    private final List<Link> links = new ArrayList<>();
    private final IdentityHashMap<Link, Integer> linkNumbers = new IdentityHashMap<>();
    private final List<Link> events = new ArrayList<>();
    private final IdentityHashMap<KeptEvent, Integer> eventNumbers = new IdentityHashMap<>();

    PartialMatchesWriter(StateWriter out) {
        this.out = out;
    }

    void write(PartialMatches matches, Plan plan) {
        List<Link> held = matches.held();
        for (Partial partial : matches.waiting()) {
            collect(partial.last());
        }
        held.forEach(this::collect);
        numberAll();
        writeEvents();
        if (!events.isEmpty()) {
            out.number(plan.automaton().fingerprint());
            writeLinks();
            writeMatches(matches.waiting(), held);
        }
    }

    private void collect(Link last) {
        for (Link link = last; link != null && linkNumbers.putIfAbsent(link, 0) == null; link = link.previous()) {
            links.add(link);
        }
    }

    /** Numbers links and events from 0 in the order of the events, so that each link comes after the one before it. */
    private void numberAll() {
        links.sort(Comparator.comparingLong(Link::order));
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            linkNumbers.put(link, i);
            if (eventNumbers.putIfAbsent(link.event(), events.size()) == null) {
                events.add(link);
            }
        }
    }

    private void writeEvents() {
        out.number(events.size());
        long order = events.isEmpty() ? 0 : events.get(0).order();
        for (Link link : events) {
            out.number(link.order() - order);
            order = link.order();
            KeptEvents.write(link.event(), out);
        }
    }

    private void writeLinks() {
        out.number(links.size());
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            Link previous = link.previous();
            out.number(eventNumbers.getOrDefault(link.event(), 0));
            out.number(link.step());
            out.number(previous == null ? 0 : i - linkNumbers.getOrDefault(previous, 0));
        }
    }

    private void writeMatches(Partial[] waiting, List<Link> held) {
        out.number(waiting.length);
        for (Partial partial : waiting) {
            out.number(partial.state()).number(linkNumbers.getOrDefault(partial.last(), 0));
        }
        out.number(held.size());
        for (Link whole : held) {
            out.number(linkNumbers.getOrDefault(whole, 0));
        }
    }
}
