package dev.latido.rules;

import dev.latido.rule.Rule;
import dev.latido.rule.format.RuleFolder;
import dev.latido.trial.RuleFiles;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The rules in files and folders that a person names, to be sent to a job. */
public final class RulesToApply {

    private RulesToApply() {}

    /** Reads them, in the order of their ids, of which no two may be the same; files with test cases are left out. */
    public static Collection<Rule> read(List<Path> paths) throws UnusableRuleException {
        TreeMap<String, Rule> rules = new TreeMap<>();
        for (Path file : RuleFiles.of(paths).rules()) {
            Rule rule = RuleFolder.loadFile(file);
            if (rules.put(rule.id(), rule) != null) {
                throw new UnusableRuleException("Two of the files are of rule " + rule.id() + "; a rule has one.");
            }
        }
        if (rules.isEmpty()) {
            throw new UnusableRuleException("There is no rule in what was named.");
        }
        return rules.values();
    }
}
