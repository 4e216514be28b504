package dev.latido.cli;

import static java.util.Objects.requireNonNull;

import dev.latido.customer.CustomerPolicy;
import dev.latido.rule.Rule;
import dev.latido.rule.format.RuleCases;
import dev.latido.rule.format.RuleCases.Case;
import dev.latido.rule.format.RuleException;
import dev.latido.rule.format.RuleFolder;
import dev.latido.setting.SettingsLoader;
import dev.latido.trial.CaseResult;
import dev.latido.trial.RuleCaseRun;
import dev.latido.trial.RuleFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latido rules test}. */
@Command(
        name = "test",
        description = "Play the test cases beside rules, and compare the alerts with those that are expected.",
        footer = {"", "Rules that are switched off or in shadow are tested as if they were live."},
        exitCodeList = {"0:All cases have passed.", "1:One has not, or a file is wrong.", "2:Wrong usage."})
final class RulesTestCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of rules or of cases, or folders of them.")
    private List<Path> named = List.of();

    @Option(names = "--config", paramLabel = "FILE", description = "Settings laid over config/latido.yaml.")
    private @Nullable Path config;

    private final List<String> untested = new ArrayList<>();
    private int passed;
    private int failed;
    private int wrong;

    @Override
    public Integer call() throws Exception {
        CustomerPolicy policy = SettingsLoader.load(config, System.getenv()).policy();
        WrappedLines lines = new WrappedLines(commandSpec().commandLine().getOut());
        casesByRule(RuleFiles.of(named)).forEach((file, cases) -> test(file, cases, policy, lines));
        untested.forEach(rule -> lines.print("No cases: " + rule));
        lines.print(summary());
        commandSpec().commandLine().getOut().flush();
        return failed == 0 && wrong == 0 ? 0 : 1;
    }

    private Map<Path, List<Case>> casesByRule(RuleFiles files) {
        Map<Path, List<Case>> byRule = new LinkedHashMap<>();
        files.rules().forEach(rule -> byRule.put(rule.normalize(), new ArrayList<>()));
        for (Path file : files.cases()) {
            try {
                RuleCases read = RuleCases.loadFile(file);
                byRule.computeIfAbsent(file.resolveSibling(read.rule()).normalize(), rule -> new ArrayList<>())
                        .addAll(read.cases());
            } catch (RuleException e) {
                refuse(String.valueOf(e.getMessage()));
            }
        }
        return byRule;
    }

    private void test(Path file, List<Case> cases, CustomerPolicy policy, WrappedLines lines) {
        try {
            Rule rule = RuleFolder.loadFile(file);
            if (cases.isEmpty()) {
                untested.add(rule.id());
                return;
            }
            lines.print(rule.id() + " " + rule.version());
            RuleCaseRun run = new RuleCaseRun(rule, policy);
            cases.forEach(played -> print(run.play(played), lines));
        } catch (RuleException e) {
            refuse(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            refuse(file + ": " + e.getMessage());
        }
    }

    private void print(CaseResult result, WrappedLines lines) {
        lines.print((result.passed() ? "  passed  " : "  FAILED  ") + result.name());
        result.differences().forEach(difference -> lines.print("            " + difference));
        if (result.passed()) {
            passed++;
        } else {
            failed++;
        }
    }

    private String summary() {
        int cases = passed + failed;
        return (cases == 1 ? "1 case: " : cases + " cases: ") + passed + " passed, " + failed + " failed"
                + (untested.isEmpty() ? "" : "; " + untested.size() + " without cases")
                + (wrong == 0 ? "." : "; " + wrong + " unusable.");
    }

    private void refuse(String sentence) {
        wrong++;
        PrintWriter err = commandSpec().commandLine().getErr();
        err.println(sentence);
        err.flush();
    }

    private CommandSpec commandSpec() {
        return requireNonNull(spec, "spec");
    }
}
