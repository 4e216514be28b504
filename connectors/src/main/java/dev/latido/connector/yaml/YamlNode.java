package dev.latido.connector.yaml;

import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** A part of a YAML file that knows where it stands, and says so when it is not what it should be. */
public final class YamlNode {

    private static final int MAX_ALIASES = 20;
    private static final int MAX_DEPTH = 50;

    private final YamlText source;
    private final Node node;

    private YamlNode(YamlText source, Node node) {
        this.source = source;
        this.node = node;
    }

    /** The top of a file of which this is the text. */
    public static YamlNode parse(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_DEPTH);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new YamlFileException(file + ": the file is empty");
            }
            return new YamlNode(new YamlText(file, text.lines().toList()), root);
        } catch (MarkedYAMLException e) {
            throw new YamlFileException(YamlText.at(file, e.getProblemMark()) + "not YAML: " + e.getProblem());
        } catch (ReaderException e) {
            throw new YamlFileException(YamlText.atUnprintable(file, text)
                    + "not YAML: the character U+%04X is not allowed".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            throw new YamlFileException(file + ": not YAML: " + firstLine(e.getMessage()));
        }
    }

    /** An exception that names this place. */
    public YamlFileException wrong(String problem) {
        return new YamlFileException(YamlText.at(source.file(), node.getStartMark()) + problem);
    }

    /** An exception that names the place of a character of this text. */
    public YamlFileException wrongAt(int offset, String problem) {
        return node instanceof ScalarNode scalar
                ? new YamlFileException(source.at(ScalarPlace.of(scalar, offset, source.lines())) + problem)
                : wrong(problem);
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The members of a map whose keys can only be these. */
    public Map<String, YamlNode> map(String... allowed) {
        List<String> known = Arrays.asList(allowed);
        return map(key -> {
            if (!known.contains(key.text())) {
                throw key.wrong("unknown key \"" + key.text() + "\"; allowed: " + String.join(", ", known));
            }
        });
    }

    /** The one of these members of this map that must be there. */
    public YamlNode required(Map<String, YamlNode> members, String key) {
        YamlNode member = members.get(key);
        if (member == null) {
            throw wrong("missing key: " + key);
        }
        return member;
    }

    /** The members of a map with any keys. */
    public Map<String, YamlNode> anyMap() {
        return map(key -> {});
    }

    public List<YamlNode> list() {
        List<YamlNode> items = items();
        if (items.isEmpty()) {
            throw wrong("expected a list of at least one");
        }
        return items;
    }

    /** A list that may be empty. */
    public List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("expected a list");
        }
        return sequence.getValue().stream()
                .map(item -> new YamlNode(source, item))
                .toList();
    }

    /** A list, or the one item that stands for a list of one. */
    public List<YamlNode> listOrOne() {
        return isList() ? list() : List.of(this);
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar) || node.getTag().equals(Tag.NULL)) {
            throw wrong("expected a text");
        }
        return scalar.getValue();
    }

    /** Whether this is written as a number; one in quotes is a text. */
    public boolean isNumber() {
        return node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
    }

    /** A whole number from the least to the most. */
    public int whole(int least, int most) {
        String text = text();
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw wrong("expected a whole number from " + least + " to " + most + ", not \"" + text + "\"");
        }
        return number;
    }

    public boolean bool() {
        return choice(Map.of("true", true, "false", false));
    }

    /** What the text stands for among these. */
    public <T> T choice(Map<String, T> choices) {
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
            YamlNode key = new YamlNode(source, tuple.getKeyNode());
            check.accept(key);
            if (members.put(key.text(), new YamlNode(source, tuple.getValueNode())) != null) {
                throw key.wrong("key \"" + key.text() + "\" stands here twice");
            }
        }
        return members;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
