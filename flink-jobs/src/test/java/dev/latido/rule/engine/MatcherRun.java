package dev.latido.rule.engine;

import dev.latido.event.CustomerEvent;
import dev.latido.rule.Match;
import dev.latido.rule.MatchListener;
import dev.latido.rule.Occurrence;
import dev.latido.rule.Sequence;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What the matcher finds, while everything is done at random that must not make a difference: partial matches are
 * written and read, time is advanced, events that do not concern a customer are left out.
 */
final class MatcherRun {

    private static final int MANY = 100_000;

    private final Matcher matcher;
    private final Random random;
    private final Map<String, PartialMatches> customers = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private MatcherRun(Sequence sequence, Random random) {
        this.matcher = new Matcher(sequence, MANY, null);
        this.random = random;
    }

    static List<Finding> find(Sequence sequence, List<CustomerEvent> inOrder, Random random) {
        MatcherRun run = new MatcherRun(sequence, random);
        long latest = 0;
        for (CustomerEvent event : inOrder) {
            run.disturb(event.customerId(), latest, event.at().toEpochMilli());
            run.apply(event);
            latest = event.at().toEpochMilli();
        }
        run.customers
                .keySet()
                .forEach(customer ->
                        run.matcher.advance(run.customer(customer), Long.MAX_VALUE - 1, run.listener(customer)));
        return run.findings;
    }

    private void apply(CustomerEvent event) {
        PartialMatches matches = customer(event.customerId());
        if (matcher.concerns(matches, event) || random.nextInt(3) == 0) {
            Occurrence now = new Occurrence(event, event.at().toEpochMilli(), Facts.NONE);
            matcher.apply(matches, now, listener(event.customerId()));
        }
    }

    private void disturb(String customer, long from, long to) {
        PartialMatches matches = customer(customer);
        if (random.nextInt(4) == 0) {
            matcher.advance(matches, from + random.nextLong(Math.max(1, to - from)), listener(customer));
        }
        if (random.nextInt(4) == 0) {
            customers.put(customer, read(written(matches)));
        }
    }

    private PartialMatches customer(String customer) {
        return customers.computeIfAbsent(customer, name -> new PartialMatches());
    }

    private byte[] written(PartialMatches matches) {
        StateWriter out = new StateWriter(1_000);
        matches.write(out, matcher);
        return out.toBytes();
    }

    private PartialMatches read(byte[] bytes) {
        StateReader in = new StateReader(bytes, 0);
        in.base(1_000);
        PartialMatches matches = PartialMatches.read(in, matcher);
        in.end();
        return matches;
    }

    private MatchListener listener(String customer) {
        return new MatchListener() {
            @Override
            public void matched(Match match, long at) {
                findings.add(Finding.of(customer, match, false, at));
            }

            @Override
            public void timedOut(Match partial, long at) {
                findings.add(Finding.of(customer, partial, true, at));
            }

            @Override
            public void dropped(int count) {
                throw new AssertionError("dropped " + count);
            }
        };
    }
}
