package dev.latido.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Settings before they are bound to records: the defaults, a file laid over them, and the environment over both. */
final class SettingsTree {

    private static final String PREFIX = "LATIDO_";

    /** Variables of the launcher, which are not settings. */
    private static final Set<String> LAUNCHER = Set.of("LATIDO_HOME", "LATIDO_JAVA_OPTS", "LATIDO_DEBUG");

    private SettingsTree() {}

    /** Lays one tree over another: objects are merged, all else is replaced, and null takes a key away. */
    static void overlay(ObjectNode base, ObjectNode over) {
        for (Map.Entry<String, JsonNode> field : over.properties()) {
            JsonNode below = base.get(field.getKey());
            if (field.getValue().isNull()) {
                base.remove(field.getKey());
            } else if (below instanceof ObjectNode object && field.getValue() instanceof ObjectNode overObject) {
                overlay(object, overObject);
            } else {
                base.set(field.getKey(), field.getValue());
            }
        }
    }

    /** Overrides single settings: {@code LATIDO_KAFKA_GROUP_ID} is {@code kafka.groupId}; lists are split at commas. */
    static void override(ObjectNode tree, Map<String, String> environment) throws SettingsException {
        Map<String, Leaf> leaves = new TreeMap<>();
        collect("", tree, leaves);
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            if (name.startsWith(PREFIX) && !LAUNCHER.contains(name)) {
                Leaf leaf = leaves.get(name);
                if (leaf == null) {
                    throw new SettingsException("The environment variable " + name + " names no setting; near it are: "
                            + String.join(", ", nearest(name, leaves.keySet())));
                }
                leaf.set(variable.getValue());
            }
        }
    }

    private static void collect(String path, ObjectNode object, Map<String, Leaf> leaves) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String here = path + '_' + field.getKey();
            if (field.getValue() instanceof ObjectNode child) {
                collect(here, child, leaves);
            } else {
                leaves.put(variable(here.substring(1)), new Leaf(object, field.getKey()));
            }
        }
    }

    private static String variable(String path) {
        return PREFIX
                + path.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .replaceAll("[^A-Za-z0-9]", "_")
                        .toUpperCase(Locale.ROOT);
    }

    /** The known variables that share the longest beginning with the given one. */
    private static Set<String> nearest(String name, Set<String> known) {
        Set<String> nearest = new TreeSet<>();
        int longest = 0;
        for (String candidate : known) {
            int common = 0;
            while (common < Math.min(name.length(), candidate.length())
                    && name.charAt(common) == candidate.charAt(common)) {
                common++;
            }
            if (common > longest) {
                nearest.clear();
                longest = common;
            }
            if (common == longest) {
                nearest.add(candidate);
            }
        }
        return nearest;
    }

    /** One setting in its place. */
    private record Leaf(ObjectNode parent, String key) {

        private void set(String text) {
            if (parent.get(key) instanceof ArrayNode) {
                ArrayNode list = parent.arrayNode();
                for (String element : text.split(",", -1)) {
                    list.add(element.strip());
                }
                parent.set(key, list);
            } else {
                parent.set(key, TextNode.valueOf(text));
            }
        }
    }
}
