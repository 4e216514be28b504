package dev.latido.bench.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latido.rule.Rule;
import dev.latido.rule.engine.Matcher;
import dev.latido.rule.format.RuleLoader;
import dev.latido.rule.running.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The rule files that say what {@link BenchRule} says in Java. */
final class RuleFiles implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> ids = new ArrayList<>();

    RuleFiles(List<BenchRule> rules) {
        rules.forEach(rule -> ids.add(rule.id()));
    }

    RuleSet load() {
        List<Rule> rules = new ArrayList<>();
        for (String id : ids) {
            String file = id + ".yaml";
            rules.add(RuleLoader.load(file, text(file)));
        }
        return RuleSet.of(rules, Matcher.MOST_PARTIAL_MATCHES);
    }

    static String text(String file) {
        try (InputStream in = RuleFiles.class.getResourceAsStream("/rules/" + file)) {
            if (in == null) {
                throw new IllegalStateException("there is no rule file " + file);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
