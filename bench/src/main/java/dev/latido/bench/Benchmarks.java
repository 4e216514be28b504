package dev.latido.bench;

import dev.latido.bench.rules.RuleBenchmark;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** Runs one group of benchmarks by its name. */
public final class Benchmarks {

    /** A group: prints its rows, then one line per figure, name first. */
    @FunctionalInterface
    private interface Group {
        void run(PrintStream out) throws Exception;
    }

    private static final Map<String, Group> GROUPS = new TreeMap<>(
            Map.of("alerts", AlertRates::run, "replay", ReplayBenchmark::run, "rules", RuleBenchmark::run));

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Group group = arguments.length == 1 ? GROUPS.get(arguments[0]) : null;
        if (group == null) {
            System.err.println("Usage: bench/run NAME; NAME is one of " + String.join(", ", GROUPS.keySet()));
            System.exit(2);
            return;
        }
        group.run(System.out);
    }
}
