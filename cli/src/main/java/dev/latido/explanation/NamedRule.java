package dev.latido.explanation;

import dev.latido.rule.Rule;
import dev.latido.rule.format.RuleException;
import dev.latido.rule.format.RuleFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A rule as a person names it: by its id, or by its file. */
public final class NamedRule {

    private NamedRule() {}

    /**
     * Finds a rule; throws {@link RuleException} where it cannot be used.
     *
     * @param folder where it is looked for by its id
     */
    public static Rule find(String name, Path folder) {
        Path file = Path.of(name);
        if (name.contains("/") || name.endsWith(".yaml") || name.endsWith(".yml") || Files.isRegularFile(file)) {
            return RuleFolder.loadFile(file);
        }
        List<Rule> rules = RuleFolder.load(folder);
        return rules.stream()
                .filter(rule -> rule.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new RuleException("There is no rule " + name + " in " + folder + ". "
                        + NearNames.suggestion(
                                name, rules.stream().map(Rule::id).toList())));
    }
}
