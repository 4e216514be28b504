package dev.latido.bench.rules;

import dev.latido.bench.measure.Cost;
import java.util.ArrayList;
import java.util.List;

/** Measures a job that runs in this process, from its first event to its last result. One job runs at a time. */
final class Stopwatch {

    /**
     * What a run took and found.
     *
     * @param matches as lines of text, sorted
     */
    record Run(Cost cost, List<String> matches) {}

    private static final List<String> MATCHES = new ArrayList<>();
    private static Cost.Meter meter = Cost.start();
    private static Cost cost = meter.read();

    private Stopwatch() {}

    static synchronized void start() {
        MATCHES.clear();
        meter = Cost.start();
    }

    static synchronized void found(String match) {
        MATCHES.add(match);
    }

    static synchronized void stop() {
        cost = meter.read();
    }

    static synchronized Run read() {
        return new Run(cost, MATCHES.stream().sorted().toList());
    }
}
