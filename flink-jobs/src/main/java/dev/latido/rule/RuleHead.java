package dev.latido.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.latido.event.Kind;
import dev.latido.event.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads of a rule what its administration needs: who it is, and of what shape; its conditions are not looked at. */
public final class RuleHead {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private RuleHead() {}

    /** Reads a rule, as {@link RuleCheck} says. */
    public static Rule read(String fileName, String source) throws InvalidRuleException {
        JsonNode tree = parse(fileName, source);
        String id = tree.path("id").asText();
        if (!ID.matcher(id).matches()) {
            throw new InvalidRuleException(fileName + ": id is missing, or not lower-case words joined by hyphens.");
        }
        int version = tree.path("version").asInt();
        if (version < 1) {
            throw new InvalidRuleException(fileName + ": version is missing, or not a whole number from 1.");
        }
        return new Rule(
                id,
                version,
                tree.path("title").asText(),
                (match, customer) -> "",
                Level.MONITOR,
                tree.path("enabled").asBoolean(true),
                Mode.LIVE,
                0,
                onChange(fileName, tree.path("on-change").asText(Rule.OnChange.DRAIN.text())),
                new Sequence(steps(tree), SkipStrategy.PAST_LAST_EVENT, 0, Optional.empty()),
                Optional.empty(),
                source);
    }

    private static JsonNode parse(String fileName, String source) throws InvalidRuleException {
        try {
            JsonNode tree = YAML.readTree(source);
            if (tree == null || !tree.isObject()) {
                throw new InvalidRuleException(fileName + " is not a block of keys with values.");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new InvalidRuleException(
                    fileName + ":" + e.getLocation().getLineNr() + " is not YAML: " + e.getOriginalMessage());
        }
    }

    private static Rule.OnChange onChange(String fileName, String text) throws InvalidRuleException {
        for (Rule.OnChange policy : Rule.OnChange.values()) {
            if (policy.text().equals(text)) {
                return policy;
            }
        }
        throw new InvalidRuleException(fileName + ": on-change is \"" + text + "\"; allowed is drain, reset, carry.");
    }

    private static List<Step> steps(JsonNode tree) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : tree.path("steps")) {
            steps.add(new Step(
                    step.path("step").asText(step.path("not").asText()),
                    step.has("not"),
                    Set.of(Kind.LOGIN),
                    Optional.empty(),
                    Contiguity.FOLLOWED_BY,
                    Times.ONCE,
                    Contiguity.FOLLOWED_BY,
                    false,
                    false,
                    Optional.empty()));
        }
        return steps;
    }
}
