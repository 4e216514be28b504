package dev.latido.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latido.connector.replay.FilesSource;
import dev.latido.connector.replay.InputFile;
import dev.latido.ingest.Aliases;
import dev.latido.job.InitialRules;
import dev.latido.job.MappingFiles;
import dev.latido.setting.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A replay of one file through the job with the settings as they are shipped, and the results it left. */
record TestReplay(ReplaySummary summary, Path results) {

    static final List<String> RESULTS = List.of(
            "health-scores.jsonl",
            "alerts.jsonl",
            "shadow-alerts.jsonl",
            "features.jsonl",
            "rule-status.jsonl",
            "model-status.jsonl",
            "dead-letters.jsonl",
            "late-events.jsonl");

    private static final JsonMapper JSON = new JsonMapper();
    private static final long BOUND_MILLIS = 5000;

    /** @param mapping the name of a shipped one, or the path of a file */
    static TestReplay of(Path file, String mapping, int parallelism, Path results) throws Exception {
        InputFile input = new InputFile(
                MappingFiles.sourceName(mapping), file.toString(), MappingFiles.load(mapping), BOUND_MILLIS);
        Replay replay = new Replay(
                List.of(input),
                InitialRules.fromTheBeginning(InitialRules.load(null)),
                Aliases.NONE,
                FilesSource.UNTIL_LAST_EVENT,
                parallelism,
                SettingsLoader.load(null, Map.of()));
        try (ResultDirectory directory = ResultDirectory.open(results)) {
            return new TestReplay(replay.run(directory), results);
        }
    }

    List<JsonNode> healthScores() throws IOException {
        return lines("health-scores.jsonl");
    }

    /** Why records became dead letters, in their order. */
    List<String> reasons() throws IOException {
        return lines("dead-letters.jsonl").stream()
                .map(letter -> letter.required("reason").textValue())
                .toList();
    }

    private List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(results.resolve(file))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
