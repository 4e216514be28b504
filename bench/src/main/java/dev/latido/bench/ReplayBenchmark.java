package dev.latido.bench;

import dev.latido.bench.measure.Cost;
import dev.latido.replay.ReplaySummary;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How many records a second a replay of simulated events takes, the results written and sorted included. */
final class ReplayBenchmark {

    private static final int CUSTOMERS = 2000;
    private static final int DAYS = 60;
    private static final int RUNS = 6;

    private ReplayBenchmark() {}

    static void run(PrintStream out) throws Exception {
        List<Double> rates = new ArrayList<>();
        try (SimulatedReplay replay = SimulatedReplay.of(CUSTOMERS, DAYS)) {
            out.println("run records seconds records/s cpu-us/record");
            for (int run = 0; run < RUNS; run++) {
                Cost.Meter meter = Cost.start();
                ReplaySummary summary = replay.run();
                double cpuMicros = meter.read().cpuSeconds() * 1e6 / summary.in();
                double rate = summary.in() / summary.seconds();
                out.printf(
                        Locale.ROOT, "%d %d %.2f %.0f %.2f%n", run, summary.in(), summary.seconds(), rate, cpuMicros);
                rates.add(rate);
            }
        }
        print(out, rates.subList(1, rates.size()));
    }

    private static void print(PrintStream out, List<Double> warm) {
        warm.sort(Comparator.naturalOrder());
        out.printf(
                Locale.ROOT,
                "replay %.0f records/s (%.0f to %.0f in %d runs, the first one not counted)%n",
                warm.get(warm.size() / 2),
                warm.get(0),
                warm.get(warm.size() - 1),
                warm.size());
    }
}
