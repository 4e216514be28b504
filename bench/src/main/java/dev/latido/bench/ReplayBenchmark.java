package dev.latido.bench;

import dev.latido.connector.replay.FilesSource;
import dev.latido.connector.replay.InputFile;
import dev.latido.job.MappingFiles;
import dev.latido.replay.AliasFile;
import dev.latido.replay.Replay;
import dev.latido.replay.ReplaySummary;
import dev.latido.replay.ResultDirectory;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import dev.latido.setting.SettingsLoader;
import dev.latido.simulator.SimulationFiles;
import dev.latido.simulator.SimulationPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How many records a second a replay of simulated events takes, the results written and sorted included. */
public final class ReplayBenchmark {

    private static final SimulationPlan PLAN = new SimulationPlan(2000, 60, 7, Instant.parse("2025-01-01T00:00:00Z"));
    private static final int RUNS = 6;
    private static final long BOUND_MILLIS = 5000;
    private static final Map<String, String> FILES = Map.of(
            "clickstream.jsonl.gz", "segment",
            "billing.jsonl.gz", "stripe",
            "support.jsonl.gz", "zendesk",
            "feedback.jsonl.gz", "latido");

    private final PrintStream out;
    private final Path directory;
    private final LatidoSettings settings;

    private ReplayBenchmark(PrintStream out, Path directory, LatidoSettings settings) {
        this.out = out;
        this.directory = directory;
        this.settings = settings;
    }

    /** Runs the group in a new temporary directory, which is gone afterwards. */
    public static void run(PrintStream out) throws Exception {
        Path directory = Files.createTempDirectory("latido-bench-");
        try {
            new ReplayBenchmark(out, directory, SettingsLoader.load(null, Map.of())).run();
        } finally {
            delete(directory);
        }
    }

    private void run() throws Exception {
        SimulationFiles.write(PLAN, directory);
        List<Double> rates = new ArrayList<>();
        out.println("run records seconds records/s cpu-us/record");
        for (int run = 0; run < RUNS; run++) {
            long cpuBefore = processCpuNanos();
            ReplaySummary summary = replay();
            double cpuMicros = (processCpuNanos() - cpuBefore) / 1e3 / summary.in();
            double rate = summary.in() / summary.seconds();
            out.printf(Locale.ROOT, "%d %d %.2f %.0f %.2f%n", run, summary.in(), summary.seconds(), rate, cpuMicros);
            if (run > 0) {
                rates.add(rate);
            }
        }
        rates.sort(Comparator.naturalOrder());
        out.printf(
                Locale.ROOT,
                "replay %.0f records/s (%.0f to %.0f in %d runs, the first one not counted)%n",
                rates.get(rates.size() / 2),
                rates.get(0),
                rates.get(rates.size() - 1),
                rates.size());
    }

    private ReplaySummary replay() throws Exception {
        List<InputFile> files = new ArrayList<>();
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            files.add(input(file.getKey(), file.getValue()));
        }
        Replay replay = new Replay(
                files,
                AliasFile.read(directory.resolve("aliases.csv")),
                FilesSource.UNTIL_LAST_EVENT,
                Runtime.getRuntime().availableProcessors(),
                settings);
        try (ResultDirectory results = ResultDirectory.open(directory.resolve("out"))) {
            return replay.run(results);
        }
    }

    private InputFile input(String file, String mapping) throws SettingsException {
        return new InputFile(mapping, directory.resolve(file).toString(), MappingFiles.load(mapping), BOUND_MILLIS);
    }

    private static long processCpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }
}
