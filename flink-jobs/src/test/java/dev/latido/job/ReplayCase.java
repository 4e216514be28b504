package dev.latido.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.latido.change.Request;
import dev.latido.connector.record.Publication;
import dev.latido.connector.replay.FilesSource;
import dev.latido.connector.replay.InputFile;
import dev.latido.event.CustomerEvent;
import dev.latido.ingest.Aliases;
import dev.latido.ingest.CustomerEventFactory;
import dev.latido.ingest.EventSource;
import dev.latido.metric.TallyMetrics;
import dev.latido.publish.OutputStreams;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsLoader;
import dev.latido.testing.Collected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Recorded input and the output that belongs to it, in a folder of {@code src/test/resources/replay}: files {@code
 * SOURCE.jsonl} (or {@code SOURCE-2.jsonl}) for the mapping SOURCE, perhaps {@code aliases.csv}, and {@code
 * expected-STREAM.txt}, and perhaps a folder {@code models} of artifacts that score from the beginning.
 *
 * <p>After a change that is meant to change the output, {@code -Dlatido.golden=write} writes the expected files anew.
 */
record ReplayCase(Path folder) {

    static final Path CASES = Path.of("src/test/resources/replay");

    private static final long BOUND_MILLIS = 5_000;
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();
    static final String SUMMARY = "summary";

    static ReplayCase named(String name) {
        return new ReplayCase(CASES.resolve(name));
    }

    /** Runs the case and gives what came out: by stream its lines, sorted as a replay's files are, and the counts. */
    Map<String, List<String>> run(StreamExecutionEnvironment env) throws Exception {
        return run(env, models());
    }

    /** The same, with these rules and models from the beginning. */
    Map<String, List<String>> run(StreamExecutionEnvironment env, List<Request> initial) throws Exception {
        LatidoSettings settings = SettingsLoader.load(null, Map.of());
        List<InputFile> files = files();
        Collected<Publication> results = new Collected<>();
        Ends ends = new Ends(
                new EventSource<CustomerEvent>(
                        new FilesSource<>(files, new CustomerEventFactory(), LATEST, FilesSource.UNTIL_LAST_EVENT),
                        WatermarkStrategy.noWatermarks(),
                        1),
                Optional.empty(),
                Optional.empty(),
                initial,
                Optional.empty(),
                Optional.empty(),
                results,
                1,
                false);
        Map<String, Long> bounds =
                files.stream().collect(toMap(InputFile::source, InputFile::boundMillis, (left, right) -> left));
        CustomerHealthJob.define(env, ends, bounds, aliases(), settings);
        JobExecutionResult counted = env.execute("replay of " + folder);
        return lines(results.values(), counted);
    }

    /** Where asked for, what came out becomes what is expected. */
    void record(Map<String, List<String>> found) throws IOException {
        if ("write".equals(System.getProperty("latido.golden"))) {
            for (Map.Entry<String, List<String>> stream : found.entrySet()) {
                Files.write(expectedFile(stream.getKey()), stream.getValue());
            }
        }
    }

    /** The lines that are expected of a stream, or the counts where it is {@link #SUMMARY}. */
    List<String> expected(String stream) throws IOException {
        return Files.readAllLines(expectedFile(stream));
    }

    private Path expectedFile(String stream) {
        return folder.resolve("expected-" + stream + ".txt");
    }

    private List<Request> models() throws Exception {
        Path models = folder.resolve("models");
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(models)) {
            return InitialModels.fromTheBeginning(
                    listed.map(path -> path.toAbsolutePath().toString())
                            .sorted()
                            .toList(),
                    List.of());
        }
    }

    private List<InputFile> files() throws Exception {
        List<Path> paths;
        try (Stream<Path> listed = Files.list(folder)) {
            paths = listed.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
        List<InputFile> files = new ArrayList<>();
        for (Path path : paths) {
            String source = String.valueOf(path.getFileName()).replaceFirst("(-\\d+)?\\.jsonl$", "");
            files.add(new InputFile(source, path.toString(), MappingFiles.load(source), BOUND_MILLIS));
        }
        return files;
    }

    private Aliases aliases() throws IOException {
        Path file = folder.resolve("aliases.csv");
        if (!Files.exists(file)) {
            return Aliases.NONE;
        }
        try (Stream<String> rows = Files.lines(file)) {
            return new Aliases(rows.skip(1)
                    .map(row -> row.split(",", -1))
                    .collect(groupingBy(row -> row[0], toMap(row -> row[1], row -> row[2]))));
        }
    }

    /** Where the artifacts lie is different on each machine. */
    private Map<String, List<String>> lines(List<Publication> results, JobExecutionResult counted) {
        Map<String, List<String>> lines = new TreeMap<>(results.stream()
                .filter(result -> result.value() != null)
                .sorted(Comparator.comparingLong(Publication::at)
                        .thenComparing(Publication::tenantId)
                        .thenComparing(Publication::customerId)
                        .thenComparing(Publication::id))
                .collect(groupingBy(Publication::stream, mapping(this::line, toList()))));
        OutputStreams.ALL.forEach(stream -> lines.putIfAbsent(stream, List.of()));
        lines.put(
                SUMMARY,
                Stream.of(
                                TallyMetrics.IN,
                                TallyMetrics.IGNORED,
                                TallyMetrics.DEAD_LETTERS,
                                TallyMetrics.DUPLICATE,
                                TallyMetrics.LATE,
                                TallyMetrics.APPLIED)
                        .map(name -> name + ' ' + counted.getAccumulatorResult(name))
                        .toList());
        return lines;
    }

    private String line(Publication result) {
        return new String(requireNonNull(result.value()), UTF_8)
                .replace(folder.toAbsolutePath().toString(), "");
    }
}
