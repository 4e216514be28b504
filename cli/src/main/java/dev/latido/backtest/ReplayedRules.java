package dev.latido.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latido.alert.AlertCourse;
import dev.latido.change.Request;
import dev.latido.connector.replay.FilesSource;
import dev.latido.control.FoundArtifact;
import dev.latido.job.InitialModels;
import dev.latido.job.InitialRules;
import dev.latido.replay.Replay;
import dev.latido.replay.ResultDirectory;
import dev.latido.replay.TemporaryDirectory;
import dev.latido.rule.Rule;
import dev.latido.scoring.ModelConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What rules find when the job itself runs over the recorded events, and what the bands of health, the alerts of health levels
 * and those of models find beside them. Rules in shadow count as if they were live.
 */
public final class ReplayedRules implements RuleHistory {

    private static final JsonMapper JSON = new JsonMapper();

    /** Streams of alerts, by the names of their result files. */
    private static final List<String> ALERTS = List.of("alerts.jsonl", "shadow-alerts.jsonl");

    private static final String HEALTH = "health-scores.jsonl";

    @Override
    public History of(Path folder, Recording recording) throws Exception {
        List<Rule> rules = InitialRules.load(folder);
        SeenCustomers seen = SeenCustomers.read(recording);
        Span data = seen.span();
        Span span = recording.until() == FilesSource.UNTIL_LAST_EVENT
                ? data
                : new Span(data.from(), Instant.ofEpochMilli(recording.until()));
        List<Counterpart> alerting = alerting(recording.models());
        List<Counterpart> counterparts = new ArrayList<>(BandFalls.counterparts());
        counterparts.addAll(alerting);
        return new History(
                span,
                rules.stream().map(ReplayedRules::described).toList(),
                counterparts,
                seen.all(),
                firings(rules, alerting, recording));
    }

    private static BacktestedRule described(Rule rule) {
        return new BacktestedRule(rule.id(), rule.version(), rule.title(), rule.mode(), rule.enabled(), rule.source());
    }

    private static List<Counterpart> alerting(List<FoundArtifact> models) {
        List<Counterpart> alerting = new ArrayList<>();
        alerting.add(new Counterpart(AlertCourse.RULE_ID, Counterpart.Kind.HEALTH, "Alerts of the level of health"));
        for (FoundArtifact model : models) {
            alerting.add(new Counterpart(
                    ModelConfig.ruleId(model.model()),
                    Counterpart.Kind.MODEL,
                    "Model " + model.model() + " " + model.version() + ": the risk is high"));
        }
        return alerting;
    }

    private static List<Firing> firings(List<Rule> rules, List<Counterpart> alerting, Recording recording)
            throws Exception {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try (TemporaryDirectory temporary = TemporaryDirectory.in(parent);
                ResultDirectory results = ResultDirectory.open(temporary.path())) {
            replay(rules, recording).run(results);
            AlertReader alerts = new AlertReader(
                    ids(rules.stream().map(Rule::id).toList()),
                    ids(alerting.stream().map(Counterpart::id).toList()));
            for (String file : ALERTS) {
                read(temporary.path().resolve(file), alerts::add);
            }
            BandFalls bands = new BandFalls();
            read(temporary.path().resolve(HEALTH), bands::add);
            List<Firing> firings = new ArrayList<>(alerts.firings());
            firings.addAll(bands.falls());
            return firings;
        }
    }

    private static Replay replay(List<Rule> rules, Recording recording) throws Exception {
        List<Request> initial = new ArrayList<>(InitialRules.fromTheBeginning(rules));
        initial.addAll(InitialModels.fromTheBeginning(
                recording.models().stream().map(model -> model.ref().location()).toList(), List.of()));
        return new Replay(
                recording.files(),
                initial,
                recording.aliases(),
                recording.until(),
                Math.min(
                        Runtime.getRuntime().availableProcessors(),
                        recording.settings().job().maxParallelism()),
                recording.settings().withoutFeatureRows());
    }

    private static Set<String> ids(List<String> ids) {
        return ids.stream().collect(Collectors.toSet());
    }

    private static void read(Path file, Consumer<JsonNode> into) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                into.accept(JSON.readTree(line));
            }
        }
    }
}
