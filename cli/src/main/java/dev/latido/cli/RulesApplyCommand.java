package dev.latido.cli;

import static java.util.Objects.requireNonNull;

import dev.latido.job.ChangeTopic;
import dev.latido.rule.Rule;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleChange.Action;
import dev.latido.rules.RuleSender;
import dev.latido.rules.RuleTopicBook;
import dev.latido.rules.RulesToApply;
import dev.latido.setting.LatidoSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latido rules apply}. */
@Command(
        name = "apply",
        description =
                "Let the running job run these rules, as they are in the files. All are checked before one is sent.")
final class RulesApplyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of rules, or folders of them; files with test cases (.cases.yaml) are left out.")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Override
    public Integer call() throws Exception {
        LatidoSettings settings = options.settings();
        Collection<Rule> rules = RulesToApply.read(paths);
        RuleTopicBook known = new RuleTopicBook(ChangeTopic.ofRules(settings));
        List<RuleChange> changes = new ArrayList<>();
        for (Rule rule : rules) {
            RuleChange change = new RuleChange(
                    rule.id(), Action.APPLY, rule.source(), options.by(), options.reason(), options.effectiveAt());
            known.require(change);
            changes.add(change);
        }
        try (RuleSender sender = RuleSender.to(settings)) {
            sender.send(changes);
        }
        PrintWriter out = requireNonNull(spec, "spec").commandLine().getOut();
        for (Rule rule : rules) {
            out.println(
                    "Sent version " + rule.version() + " of rule " + rule.id() + ", to hold " + options.since() + ".");
        }
        out.println("`latido rules history` shows what became of it.");
        out.flush();
        return 0;
    }
}
