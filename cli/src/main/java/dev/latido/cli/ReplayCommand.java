package dev.latido.cli;

import static java.util.Objects.requireNonNull;

import dev.latido.change.Request;
import dev.latido.connector.replay.FilesSource;
import dev.latido.connector.replay.InputFile;
import dev.latido.ingest.Aliases;
import dev.latido.job.InitialModels;
import dev.latido.job.InitialRules;
import dev.latido.replay.AliasFile;
import dev.latido.replay.Replay;
import dev.latido.replay.ReplaySummary;
import dev.latido.replay.ResultDirectory;
import dev.latido.rule.Rule;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import dev.latido.setting.SettingsLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code latido replay}. */
@Command(
        name = "replay",
        description = "Run files of events through the job and leave its results as files.",
        footer = {
            "",
            "Writes health-scores.jsonl, alerts.jsonl, shadow-alerts.jsonl, features.jsonl, rule-status.jsonl, model-status.jsonl,",
            "late-events.jsonl, dead-letters.jsonl and summary.json.",
            "The same files give the same results, byte for byte, whatever the parallelism."
        })
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "NAME=FILE",
            description = "A file (JSON lines or CSV, plain or gzip) and the mapping that reads it: the name of one in"
                    + " config/sources, or the path of a YAML file. Can be given several times.")
    private List<String> sources = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results go.")
    private Path out = Path.of("");

    @Option(names = "--config", paramLabel = "FILE", description = "Settings laid over config/latido.yaml.")
    private @Nullable Path config;

    @Option(
            names = "--aliases",
            paramLabel = "FILE",
            description = "CSV with the columns source, foreign id, customer: which customer each source's ids mean.")
    private @Nullable Path aliases;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Folder of rules in force all the time; by default config/rules.")
    private @Nullable Path rules;

    @Option(names = "--no-rules", description = "Run without rules: alerts are about levels of health only.")
    private boolean noRules;

    @Option(
            names = "--model",
            paramLabel = "DIR|FILE",
            description =
                    "A model to score with all the time: an artifact, or a file of XGBoost's (JSON or UBJSON), which is"
                            + " taken for model churn. Can be given several times, once for each model.")
    private List<String> models = List.of();

    @Option(
            names = "--model-features",
            paramLabel = "NAME",
            split = ",",
            description =
                    "The features of a model that is a file, in its order; those that it names itself without this.")
    private List<String> modelFeatures = List.of();

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "Evaluate up to this instant (ISO-8601) instead of the last event's time.")
    private @Nullable String until;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Subtasks that evaluate customers; by default one for each processor.")
    private @Nullable Integer parallelism;

    @Override
    public Integer call() throws Exception {
        long end = untilMillis();
        LatidoSettings settings = SettingsLoader.load(config, System.getenv());
        int subtasks = subtasks(settings);
        List<InputFile> files = new SourceFiles(commandSpec().commandLine(), settings).of(sources);
        Aliases known = aliases == null ? Aliases.NONE : AliasFile.read(aliases);
        List<Request> initial = new ArrayList<>(InitialRules.fromTheBeginning(inForce()));
        initial.addAll(InitialModels.fromTheBeginning(models, modelFeatures));
        Replay replay = new Replay(files, initial, known, end, subtasks, settings);
        try (ResultDirectory results = ResultDirectory.open(out)) {
            print(replay.run(results));
        }
        return 0;
    }

    private List<Rule> inForce() throws SettingsException {
        if (noRules && rules != null) {
            throw usage("--rules and --no-rules do not go together");
        }
        return noRules ? List.of() : InitialRules.load(rules);
    }

    private int subtasks(LatidoSettings settings) {
        int most = settings.job().maxParallelism();
        if (parallelism == null) {
            return Math.min(Runtime.getRuntime().availableProcessors(), most);
        }
        if (parallelism < 1 || parallelism > most) {
            throw usage("--parallelism is " + parallelism + "; allowed is 1 to " + most + " (job.maxParallelism)");
        }
        return parallelism;
    }

    private long untilMillis() {
        if (until == null) {
            return FilesSource.UNTIL_LAST_EVENT;
        }
        try {
            return Instant.parse(until).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw usage("--until is " + until + "; it reads like 2025-06-30T00:00:00Z");
        }
    }

    private void print(ReplaySummary summary) {
        PrintWriter terminal = commandSpec().commandLine().getOut();
        terminal.printf(
                Locale.ROOT,
                "%,d records in: %,d applied, %,d late, %,d duplicates, %,d ignored, %,d dead letters%n",
                summary.in(),
                summary.applied(),
                summary.late(),
                summary.duplicates(),
                summary.ignored(),
                summary.deadLetters());
        terminal.printf(
                Locale.ROOT,
                "%,d customers, %.1f s, %,.0f records/s; results in %s%n",
                summary.customers(),
                summary.seconds(),
                summary.in() / Math.max(summary.seconds(), 1e-3),
                out);
        terminal.flush();
    }

    private ParameterException usage(String message) {
        return new ParameterException(commandSpec().commandLine(), message);
    }

    private CommandSpec commandSpec() {
        return requireNonNull(spec, "spec");
    }
}
