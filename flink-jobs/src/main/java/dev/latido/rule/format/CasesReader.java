package dev.latido.rule.format;

import dev.latido.connector.yaml.YamlFileException;
import dev.latido.connector.yaml.YamlNode;
import dev.latido.event.CustomerEvent;
import dev.latido.rule.format.RuleCases.Case;
import dev.latido.rule.format.RuleCases.Expected;
import dev.latido.rule.format.RuleCases.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads files of test cases. */
final class CasesReader {

    private static final String SUFFIX = ".cases.yaml";
    private static final Map<String, Status> STATUSES =
            Arrays.stream(Status.values()).collect(Collectors.toMap(Status::text, status -> status));

    private CasesReader() {}

    static RuleCases read(String fileName, String yaml) {
        if (yaml.length() > RuleCases.MAX_BYTES) {
            throw new RuleException(
                    fileName + ": the cases of a rule are at most " + RuleCases.MAX_BYTES / 1024 + " KiB");
        }
        try {
            YamlNode root = YamlNode.parse(fileName, yaml);
            Map<String, YamlNode> keys = root.map("rule", "cases");
            List<Case> cases = new ArrayList<>();
            Set<String> names = new TreeSet<>();
            for (YamlNode node : root.required(keys, "cases").list()) {
                cases.add(one(node, names));
            }
            YamlNode rule = keys.get("rule");
            return new RuleCases(rule == null ? beside(root, fileName) : rule.text(), cases);
        } catch (YamlFileException e) {
            throw new RuleException(String.valueOf(e.getMessage()));
        }
    }

    private static String beside(YamlNode root, String fileName) {
        String name = String.valueOf(Path.of(fileName).getFileName());
        if (!name.endsWith(SUFFIX)) {
            throw root.wrong(
                    "missing key: rule, the file of the rule; only a file named RULE" + SUFFIX + " does without");
        }
        return name.substring(0, name.length() - SUFFIX.length()) + ".yaml";
    }

    private static Case one(YamlNode node, Set<String> names) {
        Map<String, YamlNode> keys = node.map("case", "events", "until", "expect");
        YamlNode name = node.required(keys, "case");
        if (!names.add(name.text())) {
            throw name.wrong("there is a case \"" + name.text() + "\" already");
        }
        List<CustomerEvent> events =
                new CaseEvents().read(node.required(keys, "events").list());
        Set<String> ids = events.stream().map(CustomerEvent::eventId).collect(Collectors.toSet());
        List<Expected> expected = new ArrayList<>();
        for (YamlNode item : node.required(keys, "expect").items()) {
            expected.add(expected(item, ids));
        }
        return new Case(name.text(), events, until(keys.get("until"), events), expected);
    }

    private static Instant until(@Nullable YamlNode node, List<CustomerEvent> events) {
        Instant end =
                events.stream().map(CustomerEvent::at).max(Instant::compareTo).orElseThrow();
        if (node == null) {
            return end;
        }
        Instant until = CaseTimes.read(node, events.get(events.size() - 1).at());
        if (until.isBefore(end)) {
            throw node.wrong("until lies before the event at " + end);
        }
        return until;
    }

    private static Expected expected(YamlNode node, Set<String> ids) {
        Map<String, YamlNode> keys = node.map("at", "status", "steps");
        YamlNode status = keys.get("status");
        YamlNode steps = keys.get("steps");
        return new Expected(
                CaseTimes.read(node.required(keys, "at"), null),
                status == null ? Status.OPEN : status.choice(STATUSES),
                steps == null ? Optional.empty() : Optional.of(steps(steps, ids)));
    }

    private static Map<String, List<String>> steps(YamlNode node, Set<String> ids) {
        Map<String, List<String>> steps = new LinkedHashMap<>();
        node.anyMap().forEach((step, events) -> {
            List<String> named = new ArrayList<>();
            for (YamlNode event : events.listOrOne()) {
                if (!ids.contains(event.text())) {
                    throw event.wrong("there is no event \"" + event.text() + "\" in this case");
                }
                named.add(event.text());
            }
            steps.put(step, List.copyOf(named));
        });
        return steps;
    }
}
