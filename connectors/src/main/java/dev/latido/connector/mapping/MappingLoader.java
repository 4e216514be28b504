package dev.latido.connector.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latido.connector.mapping.Mapping.Batch;
import dev.latido.connector.mapping.Mapping.Format;
import dev.latido.connector.mapping.Mapping.Identity;
import dev.latido.connector.scan.Pointer;
import dev.latido.connector.yaml.YamlFileException;
import dev.latido.connector.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads mapping files; refuses what it does not understand, naming file, line and column. */
final class MappingLoader {

    private static final String[] KEYS = {
        "format",
        "batch",
        "id",
        "tenant",
        "customer",
        "user",
        "no-id",
        "time",
        "kind",
        "kinds",
        "name",
        "amount",
        "attributes",
        "all-attributes"
    };

    private final PointerReader pointers;
    private final YamlNode root;
    private final Map<String, YamlNode> keys;

    private MappingLoader(YamlNode root) {
        this.root = root;
        this.keys = root.map(KEYS);
        YamlNode format = keys.get("format");
        boolean csv = format != null && format.choice(Map.of("json", false, "csv", true));
        this.pointers = new PointerReader(csv);
    }

    static Mapping load(Path file, Set<String> kinds) {
        if (Files.isDirectory(file)) {
            throw new MappingException(file + ": is a directory, not a mapping file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return load(in, file.toString(), kinds);
        } catch (NoSuchFileException e) {
            throw new MappingException(file + ": no such file");
        } catch (IOException e) {
            throw new MappingException(file + ": cannot be read: " + e.getMessage());
        }
    }

    static Mapping load(InputStream in, String name, Set<String> kinds) {
        try {
            String text = new String(in.readAllBytes(), UTF_8);
            return new MappingLoader(YamlNode.parse(name, text)).mapping(name, kinds);
        } catch (YamlFileException e) {
            throw new MappingException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new MappingException(name + ": cannot be read: " + e.getMessage());
        }
    }

    private Mapping mapping(String name, Set<String> kinds) {
        AmountRule amount = amount();
        var attributes = new AttributeReader(
                pointers, amount != null && !amount.currency().isEmpty());
        KindChoice kind = kind(new KindReader(pointers, attributes, kinds, amount != null), kinds);
        return new Mapping(
                name,
                pointers.csv() ? Format.CSV : Format.JSON,
                batch(),
                identity(),
                time(),
                kind,
                optional("name"),
                amount,
                attributes.read(keys.get("attributes"), allAttributes()));
    }

    private @Nullable Batch batch() {
        YamlNode node = keys.get("batch");
        if (node == null) {
            return null;
        }
        if (pointers.csv()) {
            throw node.wrong("a CSV record has no batch; its rows are the events");
        }
        if (!node.isMap()) {
            return new Batch(pointers.one(node), false);
        }
        Map<String, YamlNode> parts = node.map("pointer", "otherwise");
        YamlNode otherwise = parts.get("otherwise");
        boolean single = otherwise != null && otherwise.choice(Map.of("single", true, "reject", false));
        return new Batch(pointers.one(node.required(parts, "pointer")), single);
    }

    private Identity identity() {
        YamlNode noId = keys.get("no-id");
        Set<String> none = noId == null
                ? Set.of()
                : noId.listOrOne().stream().map(YamlNode::text).collect(Collectors.toSet());
        return new Identity(
                optional("id"),
                optional("tenant"),
                pointers.several(root.required(keys, "customer")),
                optional("user"),
                none);
    }

    private TimeRule time() {
        YamlNode node = root.required(keys, "time");
        if (!node.isMap()) {
            return new TimeRule(pointers.several(node), TimeRule.Unit.ISO_8601, null);
        }
        Map<String, YamlNode> parts = node.map("pointer", "unit", "zone");
        YamlNode unit = parts.get("unit");
        YamlNode zone = parts.get("zone");
        TimeRule.Unit chosen = unit == null
                ? TimeRule.Unit.ISO_8601
                : unit.choice(Map.of(
                        "iso-8601", TimeRule.Unit.ISO_8601,
                        "epoch-seconds", TimeRule.Unit.EPOCH_SECONDS,
                        "epoch-milliseconds", TimeRule.Unit.EPOCH_MILLISECONDS));
        if (zone != null && chosen != TimeRule.Unit.ISO_8601) {
            throw zone.wrong("a zone is of use with the unit iso-8601 only");
        }
        return new TimeRule(
                pointers.several(node.required(parts, "pointer")), chosen, zone == null ? null : zone(zone));
    }

    private static ZoneId zone(YamlNode node) {
        try {
            return ZoneId.of(node.text());
        } catch (DateTimeException e) {
            throw node.wrong("unknown zone \"" + node.text()
                    + "\"; allowed: UTC, an offset such as +02:00, or a name such" + " as Europe/Madrid");
        }
    }

    private @Nullable AmountRule amount() {
        YamlNode node = keys.get("amount");
        if (node == null) {
            return null;
        }
        Map<String, YamlNode> parts = node.map("pointer", "unit", "currency");
        YamlNode pointer = parts.get("pointer");
        YamlNode currency = parts.get("currency");
        AmountRule.Unit unit = node.required(parts, "unit")
                .choice(Map.of(
                        "major", AmountRule.Unit.MAJOR,
                        "minor", AmountRule.Unit.MINOR,
                        "micros", AmountRule.Unit.MICROS));
        return new AmountRule(
                pointer == null ? List.of() : pointers.several(pointer),
                unit,
                currency == null ? List.of() : pointers.several(currency));
    }

    private KindChoice kind(KindReader reader, Set<String> kinds) {
        YamlNode named = keys.get("kind");
        YamlNode ruled = keys.get("kinds");
        if (named != null && ruled != null) {
            throw ruled.wrong("either kind or kinds, not both");
        }
        if (named != null) {
            return new KindChoice.Named(pointers.several(named), kinds);
        }
        if (ruled == null) {
            throw root.wrong("missing key: kind (a pointer) or kinds (a list of rules)");
        }
        return reader.rules(ruled);
    }

    private @Nullable Pointer allAttributes() {
        YamlNode node = keys.get("all-attributes");
        if (node != null && pointers.csv()) {
            throw node.wrong("all-attributes is of use with the format json only");
        }
        return node == null ? null : pointers.one(node);
    }

    private List<Pointer> optional(String key) {
        YamlNode node = keys.get(key);
        return node == null ? List.of() : pointers.several(node);
    }
}
