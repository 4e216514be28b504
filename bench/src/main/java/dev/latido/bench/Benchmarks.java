package dev.latido.bench;

import dev.latido.bench.ceiling.CeilingBenchmark;
import dev.latido.bench.rules.RuleBenchmark;
import dev.latido.bench.score.ScoreBenchmark;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs one group of benchmarks by its name, or some of its ratios by theirs. */
public final class Benchmarks {

    /** What a group does: it prints its rows, then one line per figure, name first. */
    @FunctionalInterface
    private interface Body {
        void run(PrintStream out, List<String> names) throws Exception;
    }

    /**
     * A group.
     *
     * @param names of its ratios; empty where it is run as a whole only
     */
    private record Group(List<String> names, Body body) {

        String text() {
            return names.isEmpty() ? "" : " [" + String.join(" ", names) + "]";
        }
    }

    private static final Map<String, Group> GROUPS = new TreeMap<>(Map.of(
            "alerts", new Group(List.of(), (out, names) -> AlertRates.run(out)),
            "ceiling", new Group(List.of(), (out, names) -> CeilingBenchmark.run(out)),
            "replay", new Group(List.of(), (out, names) -> ReplayBenchmark.run(out)),
            "rules", new Group(RuleBenchmark.names(), RuleBenchmark::run),
            "score", new Group(ScoreBenchmark.names(), ScoreBenchmark::run)));

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Group group = arguments.length == 0 ? null : GROUPS.get(arguments[0]);
        List<String> names = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        if (group == null || !group.names().containsAll(names)) {
            System.err.println("Usage: bench/run NAME, and behind it the names of some ratios, if not all:\n"
                    + GROUPS.entrySet().stream()
                            .map(entry ->
                                    "  " + entry.getKey() + entry.getValue().text())
                            .collect(Collectors.joining("\n")));
            System.exit(2);
            return;
        }
        group.body().run(System.out, names.isEmpty() ? group.names() : names);
    }
}
