package dev.latido.cli;

import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.Comparison;
import dev.latido.backtest.ReplayedRules;
import dev.latido.backtest.RuleHistory;
import dev.latido.backtest.RuleHistory.Recording;
import dev.latido.backtest.Truth;
import dev.latido.backtest.TruthFile;
import dev.latido.backtest.output.ComparisonTable;
import dev.latido.backtest.output.ReportTable;
import dev.latido.backtest.page.ReportFiles;
import dev.latido.connector.replay.FilesSource;
import dev.latido.control.FoundArtifact;
import dev.latido.ingest.Aliases;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.replay.AliasFile;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import dev.latido.setting.SettingsLoader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latido backtest}. */
@Command(
        name = "backtest",
        description =
                "Run rules over recorded events and report what they, the bands of health and models would have found.",
        footer = {
            "",
            "Prints a table, and writes report.json and report.html, which can be opened in any browser.",
            "A truth file is CSV with a header and the columns customer and churned_at (ISO-8601, or seconds or",
            "milliseconds since 1970), and may have tenant and cause. Whoever is not in it, or has no time, stayed.",
            "With it the report says how many of the customers named really left, and how long before."
        })
final class BacktestCommand implements Callable<Integer> {

    private final RuleHistory history;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--rules", required = true, paramLabel = "DIR", description = "The rules to try.")
    private Path rules = Path.of("");

    @Option(names = "--compare", paramLabel = "DIR", description = "Rules to compare with: says what --rules changes.")
    private @Nullable Path compare;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "NAME=FILE",
            description = "A file (JSON lines or CSV, plain or gzip) and the mapping that reads it: the name of one in"
                    + " config/sources, or the path of a YAML file. Can be given several times.")
    private List<String> sources = List.of();

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description =
                    "A model's artifact whose alerts are judged beside the rules and the bands of health. Can be given"
                            + " several times, once for each model.")
    private List<String> models = List.of();

    @Option(names = "--truth", paramLabel = "FILE", description = "CSV of the customers that left, and when.")
    private @Nullable Path truth;

    @Option(
            names = "--horizon",
            paramLabel = "DAYS",
            defaultValue = "60",
            converter = DaysText.class,
            description = "An alert is right when its customer leaves within so many days (default: ${DEFAULT-VALUE}).")
    private Duration horizon = Duration.ofDays(60);

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the report goes.")
    private Path out = Path.of("");

    @Option(names = "--config", paramLabel = "FILE", description = "Settings laid over config/latido.yaml.")
    private @Nullable Path config;

    @Option(
            names = "--aliases",
            paramLabel = "FILE",
            description = "CSV with the columns source, foreign id, customer: which customer each source's ids mean.")
    private @Nullable Path aliases;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            converter = InstantText.class,
            description = "Time goes on to this instant (ISO-8601) instead of the last event's.")
    private @Nullable Instant until;

    BacktestCommand() {
        this(new ReplayedRules());
    }

    BacktestCommand(RuleHistory history) {
        this.history = history;
    }

    @Override
    public Integer call() throws Exception {
        requireDirectory(rules, "--rules");
        if (compare != null) {
            requireDirectory(compare, "--compare");
        }
        Optional<Truth> known = Optional.ofNullable(truth).map(TruthFile::read);
        Recording recording = recording();
        BacktestReport report = BacktestReport.of(history.of(rules, recording), known, horizon);
        Optional<Comparison> comparison = Optional.empty();
        if (compare != null) {
            BacktestReport before = BacktestReport.of(history.of(compare, recording), known, horizon);
            comparison = Optional.of(Comparison.of(before, report));
        }
        ReportFiles.write(out, report, comparison);
        print(report, comparison);
        return 0;
    }

    private Recording recording() throws SettingsException, UnusableArtifactException {
        LatidoSettings settings = SettingsLoader.load(config, System.getenv());
        return new Recording(
                new SourceFiles(spec.commandLine(), settings).of(sources),
                aliases == null ? Aliases.NONE : AliasFile.read(aliases),
                models(settings),
                until == null ? FilesSource.UNTIL_LAST_EVENT : until.toEpochMilli(),
                settings);
    }

    private List<FoundArtifact> models(LatidoSettings settings) throws UnusableArtifactException {
        List<FoundArtifact> found = new ArrayList<>();
        for (String place : models) {
            FoundArtifact model = FoundArtifact.at(place);
            if (!settings.models().alerts().contains(model.model())) {
                throw new CommandFailure("Model " + model.model()
                        + " raises no alerts that could be judged; its name is not in" + " the setting models.alerts.");
            }
            found.add(model);
        }
        return found;
    }

    private static void requireDirectory(Path directory, String option) {
        if (!Files.isDirectory(directory)) {
            throw new CommandFailure(option + " names " + directory + ", which is no directory.");
        }
    }

    private void print(BacktestReport report, Optional<Comparison> comparison) {
        PrintWriter terminal = spec.commandLine().getOut();
        ReportTable.lines(report).forEach(terminal::println);
        comparison.ifPresent(change -> {
            terminal.println();
            ComparisonTable.lines(change).forEach(terminal::println);
        });
        terminal.println();
        terminal.println("The report is in " + out.resolve("report.html") + ".");
        terminal.flush();
    }
}
