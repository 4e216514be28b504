package dev.latido.cli;

import static java.util.Objects.requireNonNull;

import dev.latido.explanation.Explainer;
import dev.latido.explanation.ExplanationText;
import dev.latido.explanation.History;
import dev.latido.explanation.HistoryReader;
import dev.latido.explanation.NamedRule;
import dev.latido.ingest.Aliases;
import dev.latido.replay.AliasFile;
import dev.latido.rule.Rule;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import dev.latido.setting.SettingsLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latido rules explain}. */
@Command(
        name = "explain",
        sortOptions = false,
        description = "Say why a rule fired for a customer, or how far it came and why no further.",
        footer = {"", "Reads the files as `latido replay` does, and stops as it does at the last event or at --until."})
final class RulesExplainCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--rule", required = true, paramLabel = "ID|FILE", description = "The rule: its id, or its file.")
    private String rule = "";

    @Option(names = "--customer", required = true, paramLabel = "ID", description = "The customer.")
    private String customer = "";

    @Option(
            names = "--source",
            required = true,
            paramLabel = "NAME=FILE",
            description = "A file (JSON lines or CSV, plain or gzip) and the mapping that reads it: the name of one in"
                    + " config/sources, or the path of a YAML file. Can be given several times.")
    private List<String> sources = List.of();

    @Option(
            names = "--tenant",
            paramLabel = "ID",
            defaultValue = "default",
            description = "The customer's tenant (default: ${DEFAULT-VALUE}).")
    private String tenant = "";

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Where rules are looked for by their ids (default: config/rules).")
    private @Nullable Path folder;

    @Option(
            names = "--aliases",
            paramLabel = "FILE",
            description = "CSV with the columns source, foreign id, customer: which customer each source's ids mean.")
    private @Nullable Path aliases;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            converter = InstantText.class,
            description = "Let time go on to this instant (ISO-8601) instead of the last event's.")
    private @Nullable Instant until;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings laid over config/latido.yaml.")
    private @Nullable Path config;

    @Override
    public Integer call() throws Exception {
        LatidoSettings settings = SettingsLoader.load(config, System.getenv());
        Rule explained = rule();
        History history = history(settings);
        if (history.isUnknown()) {
            throw new CommandFailure(history.unknown());
        }
        List<String> explanation =
                ExplanationText.of(Explainer.explain(explained, settings.policy(), history, end(history)));
        new WrappedLines(commandSpec().commandLine().getOut()).print(explanation);
        commandSpec().commandLine().getOut().flush();
        return 0;
    }

    private long end(History history) {
        if (until == null) {
            return history.end();
        }
        if (until.toEpochMilli() < history.end()) {
            throw new CommandFailure("The end that was asked for, " + until + ", is before an event at "
                    + Instant.ofEpochMilli(history.end()) + ".");
        }
        return until.toEpochMilli();
    }

    private History history(LatidoSettings settings) throws SettingsException {
        Aliases known = aliases == null ? Aliases.NONE : AliasFile.read(aliases);
        try {
            return HistoryReader.read(
                    new SourceFiles(commandSpec().commandLine(), settings).of(sources), known, tenant, customer);
        } catch (IOException e) {
            throw new CommandFailure(e.getMessage() + ".", e);
        }
    }

    private Rule rule() {
        return NamedRule.find(
                rule, folder == null ? Path.of(System.getProperty("latido.home", ""), "config", "rules") : folder);
    }

    private CommandSpec commandSpec() {
        return requireNonNull(spec, "spec");
    }
}
