package dev.latido.testing;

import dev.latido.rule.Rule;
import dev.latido.rule.engine.Matcher;
import dev.latido.rule.format.RuleLoader;
import dev.latido.rule.running.RuleSet;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Rules for tests: {@code rule("r", "within: 1 day", "steps:", "  - step: a", "    kind: LOGIN")}. */
public final class Rules {

    private Rules() {}

    /** A rule with the given lines after its id, version, title, message and severity. */
    public static Rule rule(String id, String... lines) {
        return RuleLoader.load(id + ".yaml", source(id, 1, lines));
    }

    public static String source(String id, int version, String... lines) {
        return "id: " + id + "\nversion: " + version + "\ntitle: Found by " + id
                + "\nmessage: Something was found.\nseverity: urgent\n"
                + Arrays.stream(lines).collect(Collectors.joining("\n"));
    }

    /** The rules in force all the time. */
    public static RuleSet ruleSet(Rule... rules) {
        return RuleSet.of(Arrays.asList(rules), Matcher.MOST_PARTIAL_MATCHES);
    }
}
