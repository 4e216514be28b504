package dev.latido.cli;

import static java.util.Objects.requireNonNull;

import dev.latido.rule.Rule;
import dev.latido.rule.engine.Matcher;
import dev.latido.rule.format.RuleCases;
import dev.latido.rule.format.RuleCases.Case;
import dev.latido.rule.format.RuleException;
import dev.latido.rule.format.RuleFolder;
import dev.latido.rule.format.RuleWords;
import dev.latido.trial.RuleFiles;
import dev.latido.trial.RuleReview;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latido rules check}. */
@Command(
        name = "check",
        description = "Check rules, and say in words what they say and what looks odd about them.",
        exitCodeList = {
            "0:All can be used.",
            "1:One cannot; file, line and column of what is wrong are on stderr.",
            "2:Wrong usage."
        })
final class RulesCheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of rules, or folders of them.")
    private List<Path> named = List.of();

    private final Map<String, Path> known = new HashMap<>();
    private int wrong;

    @Override
    public Integer call() {
        RuleFiles files = RuleFiles.of(named);
        WrappedLines lines = new WrappedLines(commandSpec().commandLine().getOut());
        for (Path file : files.rules()) {
            try {
                print(read(file), cases(file), lines);
            } catch (RuleException e) {
                refuse(String.valueOf(e.getMessage()));
            }
        }
        lines.print(summary(files.rules().size()));
        commandSpec().commandLine().getOut().flush();
        return wrong == 0 ? 0 : 1;
    }

    private Rule read(Path file) {
        Rule rule = RuleFolder.loadFile(file);
        Path other = known.putIfAbsent(rule.id(), file);
        if (other != null) {
            throw new RuleException(file + ": the rule in " + other + " has the id \"" + rule.id() + "\" already");
        }
        try {
            new Matcher(rule.sequence()).startKinds();
        } catch (IllegalArgumentException e) {
            throw new RuleException(file + ": " + e.getMessage());
        }
        return rule;
    }

    private List<Case> cases(Path rule) {
        Path beside = RuleFiles.casesBeside(rule);
        if (!Files.exists(beside)) {
            return List.of();
        }
        try {
            return RuleCases.loadFile(beside).cases();
        } catch (RuleException e) {
            refuse(String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private static void print(Rule rule, List<Case> cases, WrappedLines lines) {
        RuleReview review = new RuleReview(rule, cases);
        lines.print("OK " + rule.id() + " " + rule.version());
        RuleWords.of(rule).forEach(sentence -> lines.print("  " + sentence));
        lines.print("  " + review.reads());
        review.warnings().forEach(warning -> lines.print("  Warning: " + warning));
        lines.print("");
    }

    private String summary(int rules) {
        return (rules == 1 ? "1 rule" : rules + " rules") + " checked, "
                + (wrong == 0 ? "all can be used." : wrong == 1 ? "1 mistake." : wrong + " mistakes.");
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
