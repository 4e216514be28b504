package dev.latido.rule.format;

import dev.latido.connector.yaml.YamlNode;
import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.event.Rating;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the events of one test case. */
final class CaseEvents {

    private static final int MAX_EVENTS = 10_000;
    private static final Map<String, Kind> KINDS =
            Arrays.stream(Kind.values()).filter(Kind::isInput).collect(Collectors.toMap(Enum::name, kind -> kind));

    private final List<CustomerEvent> events = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int position;
    private int repeats;
    private @Nullable Instant before;

    List<CustomerEvent> read(List<YamlNode> nodes) {
        nodes.forEach(this::add);
        return events;
    }

    private void add(YamlNode node) {
        Map<String, YamlNode> keys =
                node.map("id", "at", "kind", "name", "user", "amount", "attributes", "repeat", "every");
        position++;
        YamlNode repeat = keys.get("repeat");
        YamlNode every = keys.get("every");
        if (every != null && repeat == null) {
            throw every.wrong("every says how far repeated events lie apart; it needs repeat");
        }
        YamlNode at = node.required(keys, "at");
        Instant first = CaseTimes.read(at, before);
        if (repeat == null) {
            add(node, keys, id(keys, "e" + position), first);
            return;
        }
        repeats++;
        Duration apart = CaseTimes.span(node.required(keys, "every"));
        int count = repeat.whole(1, MAX_EVENTS);
        for (int i = 0; i < count; i++) {
            add(node, keys, id(keys, "r" + repeats) + "." + (i + 1), first.plus(apart.multipliedBy(i)));
        }
    }

    private static String id(Map<String, YamlNode> keys, String otherwise) {
        YamlNode id = keys.get("id");
        return id == null ? otherwise : id.text();
    }

    private void add(YamlNode node, Map<String, YamlNode> keys, String id, Instant at) {
        if (!ids.add(id)) {
            throw node.wrong("there is an event \"" + id + "\" already");
        }
        if (ids.size() > MAX_EVENTS) {
            throw node.wrong("a case has at most " + MAX_EVENTS + " events");
        }
        YamlNode kindNode = node.required(keys, "kind");
        Kind kind = kindNode.choice(KINDS);
        Map<String, String> attributes = attributes(keys.get("attributes"));
        if (kind.family() == Kind.Family.FEEDBACK && Double.isNaN(Rating.of(kind, attributes))) {
            throw kindNode.wrong(kind + " needs the attribute score: 0 to 10, or for CSAT 0 to scale (default 5)");
        }
        before = at;
        events.add(new CustomerEvent(
                id,
                RuleCases.TENANT,
                RuleCases.CUSTOMER,
                text(keys.get("user"), RuleCases.CUSTOMER),
                kind,
                text(keys.get("name"), ""),
                at,
                amount(keys.get("amount")),
                attributes));
    }

    private static String text(@Nullable YamlNode node, String otherwise) {
        return node == null ? otherwise : node.text();
    }

    private static long amount(@Nullable YamlNode node) {
        if (node == null) {
            return 0;
        }
        if (!node.text().matches("-?[0-9]{1,15}")) {
            throw node.wrong(
                    "an amount is a whole number of minor units, such as 4900 for 49.00, not \"" + node.text() + "\"");
        }
        return Long.parseLong(node.text());
    }

    private static Map<String, String> attributes(@Nullable YamlNode node) {
        Map<String, String> attributes = new TreeMap<>();
        if (node != null) {
            node.anyMap().forEach((name, value) -> attributes.put(name, value.text()));
        }
        return attributes;
    }
}
