package dev.latido.bench;

import dev.latido.connector.replay.FilesSource;
import dev.latido.connector.replay.InputFile;
import dev.latido.job.InitialRules;
import dev.latido.job.MappingFiles;
import dev.latido.replay.AliasFile;
import dev.latido.replay.Replay;
import dev.latido.replay.ReplaySummary;
import dev.latido.replay.ResultDirectory;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsLoader;
import dev.latido.simulator.SimulationFiles;
import dev.latido.simulator.SimulationPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Simulated files in a temporary directory, to be replayed once or often; gone when closed. */
final class SimulatedReplay implements AutoCloseable {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final long SEED = 7;
    private static final long BOUND_MILLIS = 5000;
    private static final Map<String, String> MAPPINGS = Map.of(
            "clickstream.jsonl.gz", "segment",
            "billing.jsonl.gz", "stripe",
            "support.jsonl.gz", "zendesk",
            "feedback.jsonl.gz", "latido");

    private final Path directory;
    private final LatidoSettings settings;

    private SimulatedReplay(Path directory, LatidoSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    static SimulatedReplay of(int customers, int days) throws Exception {
        LatidoSettings settings = SettingsLoader.load(null, Map.of());
        Path directory = Files.createTempDirectory("latido-bench-");
        SimulationFiles.write(new SimulationPlan(customers, days, SEED, START), directory);
        return new SimulatedReplay(directory, settings);
    }

    Path directory() {
        return directory;
    }

    Path results() {
        return directory.resolve("out");
    }

    ReplaySummary run() throws Exception {
        List<InputFile> files = new ArrayList<>();
        for (Map.Entry<String, String> file : MAPPINGS.entrySet()) {
            String mapping = file.getValue();
            files.add(new InputFile(
                    mapping, directory.resolve(file.getKey()).toString(), MappingFiles.load(mapping), BOUND_MILLIS));
        }
        Replay replay = new Replay(
                files,
                InitialRules.fromTheBeginning(InitialRules.load(null)),
                AliasFile.read(directory.resolve("aliases.csv")),
                FilesSource.UNTIL_LAST_EVENT,
                Runtime.getRuntime().availableProcessors(),
                settings);
        try (ResultDirectory results = ResultDirectory.open(results())) {
            return replay.run(results);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
