package dev.latido.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latido.connector.replay.FilesSource;
import dev.latido.job.InitialRules;
import dev.latido.replay.Replay;
import dev.latido.replay.ResultDirectory;
import dev.latido.replay.TemporaryDirectory;
import dev.latido.rule.Rule;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What rules find when the job itself runs over the recorded events. Rules in shadow count as if they were live. */
public final class ReplayedRules implements RuleHistory {

    private static final JsonMapper JSON = new JsonMapper();

    /** Streams of alerts, by the names of their result files. */
    private static final List<String> ALERTS = List.of("alerts.jsonl", "shadow-alerts.jsonl");

    @Override
    public History of(Path folder, Recording recording) throws Exception {
        List<Rule> rules = InitialRules.load(folder);
        SeenCustomers seen = SeenCustomers.read(recording);
        Span data = seen.span();
        Span span = recording.until() == FilesSource.UNTIL_LAST_EVENT
                ? data
                : new Span(data.from(), Instant.ofEpochMilli(recording.until()));
        return new History(
                span, rules.stream().map(ReplayedRules::described).toList(), seen.all(), firings(rules, recording));
    }

    private static BacktestedRule described(Rule rule) {
        return new BacktestedRule(rule.id(), rule.version(), rule.title(), rule.mode(), rule.enabled(), rule.source());
    }

    private static List<Firing> firings(List<Rule> rules, Recording recording) throws Exception {
        Replay replay = new Replay(
                recording.files(),
                InitialRules.fromTheBeginning(rules),
                recording.aliases(),
                recording.until(),
                Math.min(
                        Runtime.getRuntime().availableProcessors(),
                        recording.settings().job().maxParallelism()),
                recording.settings().withoutFeatureRows());
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try (TemporaryDirectory temporary = TemporaryDirectory.in(parent);
                ResultDirectory results = ResultDirectory.open(temporary.path())) {
            replay.run(results);
            Set<String> ids = new HashSet<>();
            rules.forEach(rule -> ids.add(rule.id()));
            List<Firing> firings = new ArrayList<>();
            for (String file : ALERTS) {
                read(temporary.path().resolve(file), ids, firings);
            }
            return firings;
        }
    }

    private static void read(Path file, Set<String> ruleIds, List<Firing> into) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode alert = JSON.readTree(line);
                boolean opened = alert.required("status").textValue().equals("open");
                if (opened && ruleIds.contains(alert.required("ruleId").textValue())) {
                    into.add(firing(alert));
                }
            }
        }
    }

    private static Firing firing(JsonNode alert) {
        JsonNode match = alert.required("evidence").required("match");
        List<String> eventIds = new ArrayList<>();
        match.required("events")
                .forEach(event -> eventIds.add(event.required("eventId").textValue()));
        return new Firing(
                alert.required("ruleId").textValue(),
                match.required("ruleVersion").intValue(),
                alert.required("tenantId").textValue(),
                alert.required("customerId").textValue(),
                Instant.parse(alert.required("at").textValue()),
                eventIds);
    }
}
