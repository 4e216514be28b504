package dev.latido.connector.mapping;

import dev.latido.connector.mapping.Condition.All;
import dev.latido.connector.mapping.Condition.Any;
import dev.latido.connector.mapping.Condition.Bounded;
import dev.latido.connector.mapping.Condition.Compared;
import dev.latido.connector.mapping.Condition.Constant;
import dev.latido.connector.mapping.Condition.Exists;
import dev.latido.connector.mapping.Condition.OneOf;
import dev.latido.connector.mapping.Condition.Present;
import dev.latido.connector.mapping.Condition.Relation;
import dev.latido.connector.scan.Pointer;
import dev.latido.connector.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules that choose a record's kind.
 *
 * @param money whether the mapping says in which unit amounts are
 */
record KindReader(PointerReader pointers, AttributeReader attributes, Set<String> kinds, boolean money) {

    private static final String IGNORE = "ignore";
    private static final int MAX_DEPTH = 16;
    private static final String[] TESTS = {
        "equals", "in", "present", "exists", "less-than", "greater-than", "same-as", "differs-from"
    };

    KindChoice rules(YamlNode node) {
        List<YamlNode> items = node.list();
        List<KindChoice.Rule> rules = new ArrayList<>();
        for (YamlNode item : items) {
            rules.add(rule(item, rules.size() == items.size() - 1));
        }
        return new KindChoice.Ruled(rules);
    }

    private KindChoice.Rule rule(YamlNode node, boolean last) {
        Map<String, YamlNode> parts = node.map("when", "kind", "name", "amount", "attributes");
        YamlNode when = parts.get("when");
        if (last && when != null) {
            throw when.wrong(
                    "the last rule says what becomes of all others, so it has no when; its kind may be ignore");
        }
        if (!last && when == null) {
            throw node.wrong("only the last rule may do without when");
        }
        YamlNode name = parts.get("name");
        YamlNode amount = parts.get("amount");
        if (amount != null && !money) {
            throw amount.wrong("the mapping has no amount with a unit that this could be in");
        }
        return new KindChoice.Rule(
                when == null ? new All(List.of()) : condition(when, 0),
                kind(node.required(parts, "kind")),
                name == null ? null : pointers.several(name),
                amount == null ? null : pointers.several(amount),
                attributes.list(parts.get("attributes")));
    }

    private @Nullable String kind(YamlNode node) {
        String kind = node.text();
        if (kind.equals(IGNORE)) {
            return null;
        }
        if (!kinds.contains(kind)) {
            String allowed = String.join(", ", kinds.stream().sorted().toList());
            throw node.wrong("unknown kind \"" + kind + "\"; allowed: ignore, " + allowed);
        }
        return kind;
    }

    private Condition condition(YamlNode node, int depth) {
        if (depth > MAX_DEPTH) {
            throw node.wrong("conditions nested over " + MAX_DEPTH + " levels");
        }
        if (node.isList()) {
            return new All(conditions(node, depth));
        }
        Map<String, YamlNode> parts = node.map(keysOfCondition());
        YamlNode all = parts.get("all");
        YamlNode any = parts.get("any");
        if (all != null || any != null) {
            if (parts.size() > 1) {
                throw node.wrong("all and any stand alone");
            }
            return all == null ? new Any(conditions(requireAny(node, any), depth)) : new All(conditions(all, depth));
        }
        return test(node, parts);
    }

    private static YamlNode requireAny(YamlNode node, @Nullable YamlNode any) {
        if (any == null) {
            throw node.wrong("missing key: any");
        }
        return any;
    }

    private List<Condition> conditions(YamlNode node, int depth) {
        return node.list().stream().map(item -> condition(item, depth + 1)).toList();
    }

    private Condition test(YamlNode node, Map<String, YamlNode> parts) {
        Pointer pointer = pointers.one(node.required(parts, "pointer"));
        if (parts.size() != 2) {
            throw node.wrong("a condition is a pointer and one of: " + String.join(", ", TESTS));
        }
        Map.Entry<String, YamlNode> test = parts.entrySet().stream()
                .filter(part -> !part.getKey().equals("pointer"))
                .findFirst()
                .orElseThrow();
        YamlNode value = test.getValue();
        return switch (test.getKey()) {
            case "equals" -> new OneOf(pointer, List.of(constant(value)));
            case "in" ->
                new OneOf(
                        pointer, value.list().stream().map(KindReader::constant).toList());
            case "present" -> new Present(pointer, value.bool());
            case "exists" -> new Exists(pointer, value.bool());
            case "less-than" -> bound(pointer, Relation.LESS, value);
            case "greater-than" -> bound(pointer, Relation.GREATER, value);
            case "same-as" -> new Compared(pointer, Relation.EQUAL, pointers.one(value));
            default -> new Compared(pointer, Relation.DIFFERENT, pointers.one(value));
        };
    }

    private Condition bound(Pointer pointer, Relation relation, YamlNode value) {
        BigDecimal number = constant(value).number();
        return number == null
                ? new Compared(pointer, relation, pointers.one(value))
                : new Bounded(pointer, relation, number);
    }

    private static Constant constant(YamlNode node) {
        String text = node.text();
        if (!node.isNumber()) {
            return new Constant(text, null);
        }
        try {
            return new Constant(text, new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw node.wrong("\"" + text + "\" is not a decimal number; put it in quotes if it is a text");
        }
    }

    private static String[] keysOfCondition() {
        List<String> keys = new ArrayList<>(List.of("pointer", "all", "any"));
        keys.addAll(List.of(TESTS));
        return keys.toArray(String[]::new);
    }
}
