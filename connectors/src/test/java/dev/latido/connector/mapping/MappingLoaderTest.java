package dev.latido.connector.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latido.connector.testing.Decodes;
import dev.latido.connector.testing.MappedEvent;
import dev.latido.connector.testing.Repository;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingLoaderTest {

    private static final String HEALTHY = "customer: /c\ntime: /t\nkind: /k\n";

    @ParameterizedTest
    @ValueSource(strings = {"latido", "segment", "stripe", "zendesk", "zendesk-tickets"})
    void shippedMappingsAreReadAndTravelByJavaSerialization(String source) throws Exception {
        Mapping mapping = Repository.mapping(source);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(mapping);

        Object arrived = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(arrived).isEqualTo(mapping);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "custmer: /c|shop.yaml, line 4, column 1: unknown key \"custmer\"; allowed: format, batch, id, tenant, customer,"
                        + " user, no-id, time, kind, kinds, name, amount, attributes, all-attributes",
                "customer: /d|shop.yaml, line 4, column 1: key \"customer\" stands here twice",
                "id: a/b|shop.yaml, line 4, column 5: \"a/b\" is not a JSON Pointer such as /data/object/id",
                "id: [/a, [/b]]|shop.yaml, line 4, column 10: expected a text",
                "id: {a: b}|shop.yaml, line 4, column 5: expected a text",
                "id: []|shop.yaml, line 4, column 5: expected a list of at least one",
                "id:|shop.yaml, line 4, column 4: expected a text",
                "format: xml|shop.yaml, line 4, column 9: unknown value \"xml\"; allowed: csv, json",
                "batch: {otherwise: single}|shop.yaml, line 4, column 8: missing key: pointer",
                "batch: {pointer: /b, otherwise: maybe}|shop.yaml, line 4, column 33: unknown value \"maybe\"; allowed: reject, single",
                "amount: {pointer: /a}|shop.yaml, line 4, column 9: missing key: unit",
                "amount: {pointer: /a, unit: cents}|shop.yaml, line 4, column 29: unknown value \"cents\"; allowed: major, micros, minor",
                "amount: /a|shop.yaml, line 4, column 9: expected keys with values",
                "attributes: [/a]|shop.yaml, line 4, column 13: expected keys with values",
                "attributes: {a: {pointer: /a}}|shop.yaml, line 4, column 17: missing key: value",
                "kinds: [{kind: ignore}]|shop.yaml, line 4, column 8: either kind or kinds, not both",
                "id: [/a|shop.yaml, line 4, column 8: not YAML: expected ',' or ']', but got <stream end>",
            })
    void mistakesAreNamedWithLineAndColumn(String line, String message) {
        assertMistake(HEALTHY + line, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|expected a list of at least one",
                "[{when: {pointer: /a, equals: 1}, kind: LOGIN}]|the last rule says what becomes of all others, so it has no when; its kind may be ignore",
                "[{kind: LOGIN}, {kind: ignore}]|only the last rule may do without when",
                "[{kind: login}]|unknown kind \"login\"; allowed: ignore, ACTION, CANCELLATION_SCHEDULED",
                "[{kind: LOGIN, amount: /a}]|the mapping has no amount with a unit that this could be in",
                "[{when: {equals: 1}, kind: LOGIN}, {kind: ignore}]|missing key: pointer",
                "[{when: {pointer: /a}, kind: LOGIN}, {kind: ignore}]|a condition is a pointer and one of: equals, in, present, exists, less-than, greater-than, same-as, differs-from",
                "[{when: {pointer: /a, equals: 1, in: [2]}, kind: LOGIN}, {kind: ignore}]|a condition is a pointer and one of: equals",
                "[{when: {pointer: /a, is: 1}, kind: LOGIN}, {kind: ignore}]|unknown key \"is\"; allowed: pointer, all, any, equals",
                "[{when: {pointer: /a, in: 1}, kind: LOGIN}, {kind: ignore}]|expected a list",
                "[{when: {pointer: /a, present: maybe}, kind: LOGIN}, {kind: ignore}]|unknown value \"maybe\"; allowed: false, true",
                "[{when: {pointer: /a, less-than: b}, kind: LOGIN}, {kind: ignore}]|\"b\" is not a JSON Pointer",
                "[{when: {pointer: /a, equals: 0x1F}, kind: LOGIN}, {kind: ignore}]|\"0x1F\" is not a decimal number; put it in quotes if it is a text",
                "[{when: {any: [], all: []}, kind: LOGIN}, {kind: ignore}]|all and any stand alone",
                "[{when: &loop {all: [*loop]}, kind: LOGIN}, {kind: ignore}]|conditions nested over 16 levels",
            })
    void mistakesInRulesAreNamed(String rules, String message) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Decodes.mapping("customer: /c\ntime: /t\nkinds: " + rules))
                .withMessageStartingWith("shop.yaml, line 3, column ")
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "time: /t\\nkind: /k|shop.yaml, line 1, column 1: missing key: customer",
                "customer: /c\\nkind: /k|shop.yaml, line 1, column 1: missing key: time",
                "customer: /c\\ntime: /t|shop.yaml, line 1, column 1: missing key: kind (a pointer) or kinds (a list of rules)",
                "customer: /c\\nkind: /k\\ntime: {unit: iso-8601}|shop.yaml, line 3, column 7: missing key: pointer",
                "customer: /c\\nkind: /k\\ntime: {pointer: /t, unit: days}|shop.yaml, line 3, column 27: unknown value \"days\"; allowed: epoch-milliseconds, epoch-seconds, iso-8601",
                "customer: /c\\nkind: /k\\ntime: {pointer: /t, zone: Mars/Phobos}|shop.yaml, line 3, column 27: unknown zone \"Mars/Phobos\"; allowed: UTC, an offset such as +02:00, or a name such as Europe/Madrid",
                "customer: /c\\nkind: /k\\ntime: {pointer: /t, unit: epoch-seconds, zone: UTC}|shop.yaml, line 3, column 48: a zone is of use with the unit iso-8601 only",
                "format: csv\\ncustomer: /a/b|shop.yaml, line 2, column 11: \"/a/b\" does not name a column; in CSV a pointer is a slash and the column's name",
                "format: csv\\nbatch: /a|shop.yaml, line 2, column 8: a CSV record has no batch; its rows are the events",
                "format: csv\\nall-attributes: /a|shop.yaml, line 2, column 17: all-attributes is of use with the format json only",
                "amount: {unit: minor, currency: /c}\\nattributes: {currency: /d}\\nkind: /k|shop.yaml, line 2, column 24: the attribute currency comes with amount.currency already",
                "just a text|shop.yaml, line 1, column 1: expected keys with values",
            })
    void missingAndContradictoryPartsAreNamed(String yaml, String message) {
        String text = yaml.replace("\\n", "\n");
        String rest = (text.startsWith("format") || text.startsWith("amount"))
                ? text + "\n"
                        + HEALTHY.lines()
                                .filter(line -> !text.contains(line.substring(0, 3)))
                                .reduce("", (a, b) -> a + b + "\n")
                : text;
        assertMistake(rest, message);
    }

    @Test
    void emptyAndUnreadableFilesAreNamed(@TempDir Path folder) throws IOException {
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {0, 1, 2});
        Path absent = folder.resolve("absent.yaml");

        assertMistake("# nothing\n", "shop.yaml: the file is empty");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Mapping.load(absent, MappedEvent.KINDS))
                .withMessage(absent + ": no such file");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Mapping.load(folder, MappedEvent.KINDS))
                .withMessage(folder + ": is a directory, not a mapping file");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Mapping.load(binary, MappedEvent.KINDS))
                .withMessage(binary + ", line 1, column 1: not YAML: the character U+0000 is not allowed");
    }

    @Test
    void onlyKindsThatTheCallerKnowsAreAllowed() {
        byte[] yaml = "customer: /c\ntime: /t\nkinds: [{kind: LOGIN}]".getBytes(UTF_8);

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Mapping.load(new ByteArrayInputStream(yaml), "x.yaml", Set.of("CLICK")))
                .withMessage("x.yaml, line 3, column 16: unknown kind \"LOGIN\"; allowed: ignore, CLICK");
    }

    private static void assertMistake(String yaml, String message) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Decodes.mapping(yaml))
                .withMessage(message);
    }
}
