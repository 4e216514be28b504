package dev.latido.rule.engine;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.rule.Occurrence;
import dev.latido.rule.Sequence;
import dev.latido.rule.SkipStrategy;
import dev.latido.rule.Step;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.testing.Events;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One customer and one rule: {@code happens("e1", LOGIN, 5)}. */
final class Customer {

    final Matcher matcher;
    final Told told = new Told();

    /** What the trace was told. */
    final Told traced;

    PartialMatches matches = new PartialMatches();
    boolean starting = true;

    Customer(Matcher matcher) {
        this(matcher, new Told());
    }

    private Customer(Matcher matcher, Told traced) {
        this.matcher = matcher;
        this.traced = traced;
    }

    static Customer of(long within, Steps... steps) {
        return new Customer(new Matcher(sequence(within, steps)));
    }

    static Customer traced(long within, Steps... steps) {
        Told trace = new Told();
        return new Customer(new Matcher(sequence(within, steps), 10, trace), trace);
    }

    static Sequence sequence(long within, Steps... steps) {
        return sequence(SkipStrategy.PAST_LAST_EVENT, within, steps);
    }

    static Sequence sequence(SkipStrategy skip, long within, Steps... steps) {
        List<Step> all = Stream.of(steps).map(Steps::step).toList();
        return new Sequence(all, skip, within, Optional.of(Set.of("plan", "seats")));
    }

    static CustomerEvent event(String id, Kind kind, long at) {
        return Events.event(id, kind, at);
    }

    Customer happens(String id, Kind kind, long at) {
        return happens(event(id, kind, at), Facts.NONE);
    }

    Customer costs(String id, Kind kind, long at, long amount) {
        Instant instant = Instant.ofEpochMilli(at);
        return happens(
                new CustomerEvent(id, "default", "acme", "ada", kind, "", instant, amount, Map.of()), Facts.NONE);
    }

    Customer happens(String id, Kind kind, String name, long at, Map<String, String> attributes) {
        return happens(Events.event(id, kind, name, at, attributes), Facts.NONE);
    }

    Customer happens(CustomerEvent event, Facts facts) {
        matcher.apply(matches, new Occurrence(event, event.at().toEpochMilli(), facts), starting, told);
        return this;
    }

    Customer advance(long to) {
        matcher.advance(matches, to, told);
        return this;
    }

    List<String> sentences() {
        return told.sentences();
    }

    byte[] written() {
        StateWriter out = new StateWriter(0);
        matches.write(out, matcher);
        return out.toBytes();
    }

    static PartialMatches read(byte[] bytes, Matcher matcher) {
        StateReader in = new StateReader(bytes, 0);
        in.base(0);
        PartialMatches matches = PartialMatches.read(in, matcher);
        in.end();
        return matches;
    }
}
