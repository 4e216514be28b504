package dev.latido.rule.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latido.connector.yaml.YamlFileException;
import dev.latido.connector.yaml.YamlNode;
import dev.latido.event.Level;
import dev.latido.rule.Contiguity;
import dev.latido.rule.Mode;
import dev.latido.rule.Rule;
import dev.latido.rule.Rule.OnChange;
import dev.latido.rule.Step;
import dev.latido.rule.Times;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rules; refuses what it does not understand, naming file, line and column. */
public final class RuleLoader {

    /** Largest file of a rule, in bytes. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_COOLDOWN_DAYS = 400;
    private static final int MAX_TITLE = 200;
    private static final int MAX_MESSAGE = 2_000;
    private static final int MAX_VERSION = 999_999_999;
    private static final String[] KEYS = {
        "id",
        "version",
        "title",
        "message",
        "severity",
        "enabled",
        "mode",
        "cooldown",
        "within",
        "skip",
        "on-change",
        "steps",
        "resolve"
    };
    private static final Map<String, Level> SEVERITIES =
            byText(Stream.of(Level.MONITOR, Level.URGENT, Level.IMMEDIATE), Level::text);
    private static final Map<String, Mode> MODES = byText(Stream.of(Mode.values()), Mode::text);
    private static final Map<String, OnChange> CHANGES = byText(Stream.of(OnChange.values()), OnChange::text);

    private final YamlNode root;
    private final Map<String, YamlNode> keys;

    private RuleLoader(YamlNode root) {
        this.root = root;
        this.keys = root.map(KEYS);
    }

    /** Reads a rule from the text of its file; throws {@link RuleException} where it cannot be used. */
    public static Rule load(String fileName, String yaml) {
        if (yaml.length() > MAX_BYTES || yaml.getBytes(UTF_8).length > MAX_BYTES) {
            throw new RuleException(fileName + ": a rule is at most " + MAX_BYTES / 1024 + " KiB");
        }
        try {
            return new RuleLoader(YamlNode.parse(fileName, yaml)).rule(yaml);
        } catch (YamlFileException e) {
            throw new RuleException(String.valueOf(e.getMessage()));
        }
    }

    private Rule rule(String source) {
        Expressions expressions = new Expressions();
        SequenceReader sequence = new SequenceReader(root, keys, expressions);
        String id = Names.id(root.required(keys, "id"));
        int version = root.required(keys, "version").whole(1, MAX_VERSION);
        String title = title(root.required(keys, "title"));
        Level severity = root.required(keys, "severity").choice(SEVERITIES);
        List<Step> steps = sequence.steps();
        Optional<Step> resolution = resolution(keys.get("resolve"), expressions, sequence.variables());
        YamlNode cooldown = keys.get("cooldown");
        return new Rule(
                id,
                version,
                title,
                message(expressions, sequence.variables()),
                severity,
                chosen("enabled", Map.of("true", true, "false", false), true),
                chosen("mode", MODES, Mode.LIVE),
                cooldown == null ? 0 : Spans.read(cooldown, MAX_COOLDOWN_DAYS),
                chosen("on-change", CHANGES, OnChange.DRAIN),
                sequence.sequence(steps),
                resolution,
                source);
    }

    private static String title(YamlNode node) {
        String title = node.text();
        if (title.isBlank() || title.length() > MAX_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            throw node.wrong("a title is one line of 1 to " + MAX_TITLE + " characters");
        }
        return title;
    }

    private Rule.Message message(Expressions expressions, List<String> steps) {
        YamlNode node = root.required(keys, "message");
        if (node.text().isBlank() || node.text().length() > MAX_MESSAGE) {
            throw node.wrong("a message has 1 to " + MAX_MESSAGE + " characters");
        }
        return expressions.message(node, steps);
    }

    /** An event after the match, whose condition sees the match. */
    private static Optional<Step> resolution(@Nullable YamlNode node, Expressions expressions, List<String> steps) {
        if (node == null) {
            return Optional.empty();
        }
        Map<String, YamlNode> parts = node.map("kind", "when");
        return Optional.of(new Step(
                "resolve",
                false,
                Kinds.read(node.required(parts, "kind")),
                expressions.condition(parts.get("when"), steps),
                Contiguity.FOLLOWED_BY,
                Times.ONCE,
                Contiguity.FOLLOWED_BY,
                false,
                false,
                Optional.empty()));
    }

    private <T> T chosen(String key, Map<String, T> choices, T otherwise) {
        YamlNode node = keys.get(key);
        return node == null ? otherwise : node.choice(choices);
    }

    private static <T> Map<String, T> byText(Stream<T> values, Function<T, String> text) {
        return values.collect(Collectors.toUnmodifiableMap(text, value -> value));
    }
}
