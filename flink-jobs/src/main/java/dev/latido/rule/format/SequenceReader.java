package dev.latido.rule.format;

import dev.latido.connector.yaml.YamlNode;
import dev.latido.rule.Contiguity;
import dev.latido.rule.Sequence;
import dev.latido.rule.SkipStrategy;
import dev.latido.rule.SkipStrategy.Way;
import dev.latido.rule.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the sequence of one rule; refuses what no automaton can be made of, or one that would surprise. */
final class SequenceReader {

    private static final int MAX_STEPS = 20;
    private static final int MAX_DAYS = 400;

    /** The automaton has about two states for each. */
    private static final int MAX_TIMES = 500;

    private static final int MAX_ATTRIBUTES = 64;

    private final YamlNode root;
    private final Map<String, YamlNode> keys;
    private final Expressions expressions;
    private final StepReader reader;

    SequenceReader(YamlNode root, Map<String, YamlNode> keys, Expressions expressions) {
        this.root = root;
        this.keys = keys;
        this.expressions = expressions;
        this.reader = new StepReader(expressions);
    }

    /** The names of the steps that match events; known once the steps are read. */
    List<String> variables() {
        return reader.variables();
    }

    List<Step> steps() {
        YamlNode list = root.required(keys, "steps");
        if (!list.isList()) {
            throw list.wrong("expected a list of steps, each beginning with a hyphen");
        }
        List<YamlNode> nodes = list.list();
        if (nodes.size() > MAX_STEPS) {
            throw list.wrong("a rule has at most " + MAX_STEPS + " steps, this has " + nodes.size());
        }
        List<Step> steps = new ArrayList<>();
        for (YamlNode node : nodes) {
            Step step = reader.read(node);
            requireFits(
                    node, step, steps.isEmpty() ? null : steps.get(steps.size() - 1), steps.size() + 1 == nodes.size());
            requireEnds(node, step, steps);
            steps.add(step);
        }
        if (steps.stream().allMatch(step -> step.optional() || step.negated())) {
            throw list.wrong("one of the steps must not be optional, or there is nothing to find");
        }
        int times = steps.stream().mapToInt(SequenceReader::states).sum();
        if (times > MAX_TIMES) {
            throw list.wrong("the times of all steps come to at most " + MAX_TIMES + " together, these to " + times);
        }
        return steps;
    }

    Sequence sequence(List<Step> steps) {
        Optional<Set<String>> attributes = expressions.attributes();
        int read = attributes.map(Set::size).orElse(0);
        if (read > MAX_ATTRIBUTES) {
            throw root.wrong("a rule reads at most " + MAX_ATTRIBUTES
                    + " attributes of events matched earlier, this one " + read);
        }
        return new Sequence(steps, skip(steps), within(steps), attributes);
    }

    private static int states(Step step) {
        return step.times().isUnbounded() ? step.times().least() : step.times().most();
    }

    private static void requireFits(YamlNode node, Step step, @Nullable Step before, boolean last) {
        if (before == null) {
            if (step.negated()) {
                throw node.wrong("the first step cannot be a not: there is nothing yet that it could follow");
            }
            if (node.anyMap().containsKey("contiguity")) {
                throw node.required(node.anyMap(), "contiguity")
                        .wrong("contiguity says how a step follows the one before; the first step follows none");
            }
            return;
        }
        if (step.negated() && before.optional()) {
            throw node.wrong("a not cannot follow the optional step \"" + before.name()
                    + "\"; write two rules, one with it and one without");
        }
        if (step.optional() && before.greedy()) {
            throw node.wrong("an optional step cannot follow the greedy step \"" + before.name() + "\"");
        }
        if (step.negated() && before.negated() && (last || isIgnoredBefore(step, before))) {
            throw node.wrong("these two nots would not both count; join them into one, with a list of kinds and a "
                    + "condition on event.kind");
        }
    }

    /** Flink CEP cannot tell where the repetitions end; with optional steps left out, the not is directly before them. */
    private static void requireEnds(YamlNode node, Step step, List<Step> before) {
        int last = before.size() - 1;
        while (last > 0 && before.get(last).optional()) {
            last--;
        }
        if (last >= 0
                && step.greedy()
                && step.optional()
                && step.until().isPresent()
                && before.get(last).negated()
                && before.get(last).contiguity() == Contiguity.FOLLOWED_BY) {
            throw node.wrong("greedy, optional and until do not go together behind the not \""
                    + before.get(last).name() + "\"; leave one of them out, or write contiguity: next for the not");
        }
    }

    /** What must not come later is forgotten where the event right behind is looked at. */
    private static boolean isIgnoredBefore(Step step, Step before) {
        return step.contiguity() == Contiguity.NEXT && before.contiguity() == Contiguity.FOLLOWED_BY;
    }

    private long within(List<Step> steps) {
        YamlNode within = keys.get("within");
        if (within != null) {
            return Spans.read(within, MAX_DAYS);
        }
        if (steps.size() > 1 || !steps.get(0).times().isOnce()) {
            throw root.wrong(
                    "missing key: within, the longest time from the first event to the last, such as 7 days; only a rule "
                            + "of one step that is matched once does without");
        }
        return 0;
    }

    private SkipStrategy skip(List<Step> steps) {
        YamlNode node = keys.get("skip");
        if (node == null) {
            return SkipStrategy.PAST_LAST_EVENT;
        }
        for (Way way : Way.values()) {
            boolean toStep = way == Way.TO_FIRST || way == Way.TO_LAST;
            if (!toStep && node.text().equals(way.text())) {
                return new SkipStrategy(way, "");
            }
            if (toStep && node.text().startsWith(way.text() + " ")) {
                return new SkipStrategy(
                        way,
                        target(node, steps, node.text().substring(way.text().length() + 1)));
            }
        }
        throw node.wrong("unknown value \"" + node.text()
                + "\"; allowed: none, to next, past last event, to first STEP, " + "to last STEP");
    }

    private String target(YamlNode node, List<Step> steps, String name) {
        boolean matches = steps.stream().anyMatch(step -> step.name().equals(name) && !step.negated());
        if (!matches) {
            throw node.wrong("there is no step \"" + name + "\" that matches events; there are: "
                    + String.join(", ", variables()));
        }
        return name;
    }
}
