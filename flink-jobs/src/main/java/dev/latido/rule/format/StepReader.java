package dev.latido.rule.format;

import dev.latido.connector.yaml.YamlNode;
import dev.latido.event.Kind;
import dev.latido.rule.Condition;
import dev.latido.rule.Contiguity;
import dev.latido.rule.Step;
import dev.latido.rule.Times;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the steps of one rule, in order. */
final class StepReader {

    private static final int MAX_TIMES = 100;
    private static final Pattern TIMES = Pattern.compile("([0-9]{1,4})(?:\\.\\.([0-9]{1,4})| (or more))?");
    private static final String[] KEYS = {
        "step", "not", "kind", "when", "contiguity", "times", "inner", "optional", "greedy", "until"
    };
    private static final List<String> ONLY_POSITIVE = List.of("times", "inner", "optional", "greedy", "until");
    private static final Map<String, Contiguity> CONTIGUITIES =
            Arrays.stream(Contiguity.values()).collect(Collectors.toMap(Contiguity::text, value -> value));

    private final Expressions expressions;
    private final Set<String> names = new HashSet<>();
    private final List<String> variables = new ArrayList<>();

    StepReader(Expressions expressions) {
        this.expressions = expressions;
    }

    /** The names of the steps read so far that match events. */
    List<String> variables() {
        return List.copyOf(variables);
    }

    Step read(YamlNode node) {
        Map<String, YamlNode> keys = node.map(KEYS);
        YamlNode step = keys.get("step");
        YamlNode not = keys.get("not");
        if (step != null && not != null) {
            throw not.wrong("either step or not, both with a name");
        }
        if (step == null && not == null) {
            throw node.wrong("missing key: step (an event that must come) or not (one that must not), with a name");
        }
        String name = Names.step(step == null ? node.required(keys, "not") : step, names);
        names.add(name);
        return step == null ? negated(node, keys, name) : positive(node, keys, name);
    }

    private Step negated(YamlNode node, Map<String, YamlNode> keys, String name) {
        for (String key : ONLY_POSITIVE) {
            YamlNode wrong = keys.get(key);
            if (wrong != null) {
                throw wrong.wrong(key + " is of no use with not: no such event may come at all");
            }
        }
        Contiguity contiguity = contiguity(keys.get("contiguity"));
        if (contiguity == Contiguity.FOLLOWED_BY_ANY) {
            throw node.required(keys, "contiguity").wrong("what must not come is \"next\" or \"followed by\"");
        }
        return new Step(
                name,
                true,
                Kinds.read(node.required(keys, "kind")),
                expressions.condition(keys.get("when"), variables),
                contiguity,
                Times.ONCE,
                Contiguity.FOLLOWED_BY,
                false,
                false,
                Optional.empty());
    }

    private Step positive(YamlNode node, Map<String, YamlNode> keys, String name) {
        variables.add(name);
        Times times = times(keys.get("times"));
        Contiguity inner = contiguity(keys.get("inner"));
        boolean greedy = isSet(keys.get("greedy"));
        if (times.isOnce()) {
            refuse(keys.get("inner"), "inner says how repetitions follow each other; it needs times");
            refuse(greedy ? keys.get("greedy") : null, "greedy takes as many as possible; it needs times");
        }
        if (greedy && inner == Contiguity.FOLLOWED_BY_ANY) {
            refuse(keys.get("greedy"), "greedy and inner: followed by any do not go together");
        }
        if (!times.isUnbounded()) {
            refuse(keys.get("until"), "until ends \"or more\"; it needs times: one or more, or n or more");
        }
        Set<Kind> kinds = Kinds.read(node.required(keys, "kind"));
        Optional<Condition> when = expressions.condition(keys.get("when"), variables);
        Optional<Condition> until = expressions.condition(keys.get("until"), variables);
        boolean optional = isSet(keys.get("optional"));
        return new Step(
                name, false, kinds, when, contiguity(keys.get("contiguity")), times, inner, optional, greedy, until);
    }

    private static void refuse(@Nullable YamlNode node, String problem) {
        if (node != null) {
            throw node.wrong(problem);
        }
    }

    private static boolean isSet(@Nullable YamlNode node) {
        return node != null && node.bool();
    }

    private static Contiguity contiguity(@Nullable YamlNode node) {
        return node == null ? Contiguity.FOLLOWED_BY : node.choice(CONTIGUITIES);
    }

    private static Times times(@Nullable YamlNode node) {
        if (node == null) {
            return Times.ONCE;
        }
        Matcher matcher = TIMES.matcher(node.text().equals("one or more") ? "1 or more" : node.text());
        if (!matcher.matches()) {
            throw node.wrong("expected times such as 3, 2..5, 3 or more, or one or more, not \"" + node.text() + "\"");
        }
        int least = Integer.parseInt(matcher.group(1));
        int most = matcher.group(2) == null ? least : Integer.parseInt(matcher.group(2));
        if (least < 1 || most < least || most > MAX_TIMES) {
            throw node.wrong(
                    "times are from 1 to " + MAX_TIMES + ", the smaller number first, not \"" + node.text() + "\"");
        }
        return new Times(least, matcher.group(3) == null ? most : Times.UNBOUNDED);
    }
}
