package dev.latido.bench;

import dev.latido.bench.ceiling.CeilingBenchmark;
import dev.latido.bench.rules.RuleBenchmark;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs one group of benchmarks by its name. */
public final class Benchmarks {

    /** A group: prints its rows, then one line per figure, name first. */
    @FunctionalInterface
    private interface Group {
        void run(PrintStream out) throws Exception;
    }

    private static final String RULES = "rules";

    private static final Map<String, Group> GROUPS = new TreeMap<>(Map.of(
            "alerts",
            AlertRates::run,
            "ceiling",
            CeilingBenchmark::run,
            "replay",
            ReplayBenchmark::run,
            RULES,
            RuleBenchmark::run));

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        List<String> contests = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        if (!contests.isEmpty() && arguments[0].equals(RULES) && RuleBenchmark.knows(contests)) {
            RuleBenchmark.run(System.out, contests);
            return;
        }
        Group group = arguments.length == 1 ? GROUPS.get(arguments[0]) : null;
        if (group == null) {
            System.err.println("Usage: bench/run NAME; NAME is one of " + String.join(", ", GROUPS.keySet())
                    + ". Behind rules may follow the names of some ratios: "
                    + String.join(", ", RuleBenchmark.names()));
            System.exit(2);
            return;
        }
        group.run(System.out);
    }
}
