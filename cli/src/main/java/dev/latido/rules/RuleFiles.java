package dev.latido.rules;

import dev.latido.rule.Rule;
import dev.latido.rule.format.RuleFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Rules in files that a person names. */
public final class RuleFiles {

    private static final String CASES = ".cases.yaml";

    private RuleFiles() {}

    /**
     * Reads the rules in files and folders, but for files with test cases; in the order of their ids, of which no two may be
     * the same.
     */
    public static Collection<Rule> read(List<Path> paths) throws UnusableRuleException {
        TreeMap<String, Rule> rules = new TreeMap<>();
        for (Path path : paths) {
            for (Rule rule : rulesIn(path)) {
                if (rules.put(rule.id(), rule) != null) {
                    throw new UnusableRuleException("Two of the files are of rule " + rule.id() + "; a rule has one.");
                }
            }
        }
        if (rules.isEmpty()) {
            throw new UnusableRuleException("There is no rule in what was named.");
        }
        return rules.values();
    }

    private static List<Rule> rulesIn(Path path) {
        if (Files.isDirectory(path)) {
            return RuleFolder.load(path);
        }
        return path.toString().endsWith(CASES) ? List.of() : List.of(RuleFolder.loadFile(path));
    }
}
