package dev.latido.cli;

import static java.util.Objects.requireNonNull;

import dev.latido.job.ChangeTopic;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleChange.Action;
import dev.latido.rules.RuleSender;
import dev.latido.rules.RuleTopicBook;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latido rules}. */
@Command(
        name = "rules",
        subcommands = {
            RulesCheckCommand.class,
            RulesTestCommand.class,
            RulesExplainCommand.class,
            RulesApplyCommand.class
        },
        description = "Rules: try them, see why they fire, change those of the running job.")
final class RulesCommand {

    @Spec
    private @Nullable CommandSpec spec;

    @Command(name = "pause", description = "Let a rule alert nobody until it is resumed.")
    int pause(@Parameters(paramLabel = "ID", description = "The rule.") String id, @Mixin ChangeOptions options)
            throws Exception {
        return send(id, Action.PAUSE, options);
    }

    @Command(name = "resume", description = "Let a paused rule alert again.")
    int resume(@Parameters(paramLabel = "ID", description = "The rule.") String id, @Mixin ChangeOptions options)
            throws Exception {
        return send(id, Action.RESUME, options);
    }

    @Command(name = "delete", description = "Take a rule away, with all its partial matches.")
    int delete(@Parameters(paramLabel = "ID", description = "The rule.") String id, @Mixin ChangeOptions options)
            throws Exception {
        return send(id, Action.DELETE, options);
    }

    @Command(name = "list", description = "Show the rules that the topic holds.")
    int list(
            @Option(names = "--config", paramLabel = "FILE", description = "Settings laid over config/latido.yaml.")
                    @Nullable
                    Path config)
            throws Exception {
        LatidoSettings settings = SettingsLoader.load(config, System.getenv());
        RuleTables.print(ChangeTopic.ofRules(settings), out());
        return 0;
    }

    @Command(name = "history", description = "Show what became of changes of rules, the latest last.")
    int history(
            @Parameters(arity = "0..1", paramLabel = "ID", description = "Of this rule only.") @Nullable String id,
            @Option(names = "--config", paramLabel = "FILE", description = "Settings laid over config/latido.yaml.")
                    @Nullable
                    Path config)
            throws Exception {
        LatidoSettings settings = SettingsLoader.load(config, System.getenv());
        RuleTables.printHistory(settings, id, out());
        return 0;
    }

    private int send(String id, Action action, ChangeOptions options) throws Exception {
        LatidoSettings settings = options.settings();
        RuleTopicBook known = new RuleTopicBook(ChangeTopic.ofRules(settings));
        RuleChange change = known.change(id, action, options.by(), options.reason(), options.effectiveAt());
        known.require(change);
        try (RuleSender sender = RuleSender.to(settings)) {
            sender.send(List.of(change));
        }
        out().println("Sent: rule " + id + " is to be " + action.done() + " " + options.since() + ".");
        out().println("`latido rules history " + id + "` shows what became of it.");
        out().flush();
        return 0;
    }

    private PrintWriter out() {
        return requireNonNull(spec, "spec").commandLine().getOut();
    }
}
