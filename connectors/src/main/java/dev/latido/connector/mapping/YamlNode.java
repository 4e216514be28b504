package dev.latido.connector.mapping;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A part of a YAML file that knows where it stands, and says so when it is not what it should be. */
final class YamlNode {

    private final String file;
    private final Node node;

    private YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    static YamlNode parse(String file, Reader reader) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(reader);
            if (root == null) {
                throw new MappingException(file + ": the file is empty");
            }
            return new YamlNode(file, root);
        } catch (MarkedYAMLException e) {
            throw new MappingException(at(file, e.getProblemMark()) + "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new MappingException(file + ": not YAML: " + firstLine(e.getMessage()));
        }
    }

    /** An exception that names this place. */
    MappingException wrong(String problem) {
        return new MappingException(at(file, node.getStartMark()) + problem);
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The members of a map whose keys can only be these. */
    Map<String, YamlNode> map(String... allowed) {
        List<String> known = Arrays.asList(allowed);
        return map(key -> {
            if (!known.contains(key.text())) {
                throw key.wrong("unknown key \"" + key.text() + "\"; allowed: " + String.join(", ", known));
            }
        });
    }

    /** The members of a map with any keys. */
    Map<String, YamlNode> anyMap() {
        return map(key -> {});
    }

    List<YamlNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("expected a list");
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlNode(file, item));
        }
        if (items.isEmpty()) {
            throw wrong("expected a list of at least one");
        }
        return items;
    }

    /** A list, or the one item that stands for a list of one. */
    List<YamlNode> listOrOne() {
        return isList() ? list() : List.of(this);
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || node.getTag().equals(Tag.NULL)) {
            throw wrong("expected a text");
        }
        return scalar.getValue();
    }

    /** Whether this is written as a number; one in quotes is a text. */
    boolean isNumber() {
        return node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
    }

    boolean bool() {
        return choice(Map.of("true", true, "false", false));
    }

    /** What the text stands for among these. */
    <T> T choice(Map<String, T> choices) {
        T chosen = choices.get(text());
        if (chosen == null) {
            String allowed =
                    String.join(", ", choices.keySet().stream().sorted().toList());
            throw wrong("unknown value \"" + text() + "\"; allowed: " + allowed);
        }
        return chosen;
    }

    private Map<String, YamlNode> map(Consumer<YamlNode> check) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("expected keys with values");
        }
        Map<String, YamlNode> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode());
            check.accept(key);
            if (members.put(key.text(), new YamlNode(file, tuple.getValueNode())) != null) {
                throw key.wrong("key \"" + key.text() + "\" stands here twice");
            }
        }
        return members;
    }

    private static String at(String file, @Nullable Mark mark) {
        return mark == null
                ? file + ": "
                : file + ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ";
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
