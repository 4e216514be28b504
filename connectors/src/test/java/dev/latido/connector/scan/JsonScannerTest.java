package dev.latido.connector.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latido.connector.record.InvalidRecordException;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {

    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonScanner scanner = new JsonScanner();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,}|not JSON: unexpected character at byte 8",
                "{\"a\" 1}|not JSON: unexpected character at byte 6",
                "[1 2]|not JSON: unexpected character at byte 4",
                "{} x|not JSON: unexpected character at byte 4",
                "{\"a\":tru}|not JSON: unexpected character at byte 9",
                "{\"a\":01}|not JSON: unexpected character at byte 7",
                "{\"a\":-}|not JSON: unexpected character at byte 7",
                "{\"a\":1.}|not JSON: unexpected character at byte 8",
                "{\"a\":.1}|not JSON: unexpected character at byte 6",
                "{\"a\":1e}|not JSON: unexpected character at byte 8",
                "{\"a|not JSON: unexpected end in a string",
                "{\"a\\|not JSON: unexpected end in a string",
                "{\"a\":\"\\u00|not JSON: unexpected end in a string",
                "{\"a\":|not JSON: unexpected end",
                "[|not JSON: unexpected end",
                "``|not JSON: unexpected end",
                "{\"a\":\"\\x\"}|not JSON: invalid escape at byte 7",
                "{\"a\":\"\\u00g0\"}|not JSON: invalid escape at byte 7",
                "{\"a\":\"\\ud800\"}|lone surrogate at byte 7",
                "{\"a\":\"\\udc00\\ud800\"}|lone surrogate at byte 7",
                "{\"a\":\"\\ud800\\ud800\"}|lone surrogate at byte 7",
                "{\"\\udc00\":1}|lone surrogate at byte 3",
                "{\"a\":1,\"b\":{\"a\":2},\"a\":3}|duplicate key \"a\"",
                "{\"a\":1,\"\\u0061\":2}|duplicate key \"a\"",
                "{\"\\u0061\":1,\"a\":2}|duplicate key \"a\"",
                "{\"\\u0061\":1,\"\\u0061\":2}|duplicate key \"a\"",
                "{\"\":1,\"\":2}|duplicate key \"\"",
                "{\"a\":1e400}|number out of range",
                "{\"a\":[-1e309]}|number out of range",
            })
    void whatIsWrongIsSaidWithItsPlace(String document, String reason) {
        assertThat(reason(document.getBytes(UTF_8))).isEqualTo(reason);
    }

    @Test
    void numbersThatADoubleHoldsAreFine() {
        assertThat(reason("[1e308,0e999,1e-999,1.7976931348623157e308]".getBytes(UTF_8)))
                .isEqualTo("fine");
        assertThat(reason(("[" + "9".repeat(308) + "]").getBytes(UTF_8))).isEqualTo("fine");
        assertThat(reason(("[" + "9".repeat(309) + "]").getBytes(UTF_8))).isEqualTo("number out of range");
    }

    @Test
    void aHundredLevelsAreFineAndOneMoreIsNot() {
        assertThat(reason(nested(100))).isEqualTo("fine");
        assertThat(reason(nested(101))).isEqualTo("nesting over 100 levels");
        assertThat(reason(nested(500_000))).isEqualTo("nesting over 100 levels");
        assertThat(reason("{\"a\":".repeat(101).getBytes(UTF_8))).isEqualTo("nesting over 100 levels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0080",
                "\u00C0\u00AF",
                "\u00C3",
                "\u00C3(",
                "\u00E0\u0080\u0080",
                "\u00E2\u0082",
                "\u00F0\u0080\u0080\u0080",
                "\u00F4\u0090\u0080\u0080",
                "\u00F8\u0088\u0080\u0080\u0080",
                "\u00FF"
            })
    void bytesThatAreNotUtf8AreRefusedWhereverTheyAre(String bytes) {
        assertThat(reason(("{\"a\":[\"" + bytes + "\"]}").getBytes(ISO_8859_1))).isEqualTo("invalid UTF-8 at byte 8");
        assertThat(reason(("{\"" + bytes + "\":1}").getBytes(ISO_8859_1))).isEqualTo("invalid UTF-8 at byte 3");
    }

    @Test
    void surrogatesInUtf8AreRefused() {
        byte[] document = "{\"a\":\"\u00ED\u00A0\u0080\"}".getBytes(ISO_8859_1);
        assertThat(reason(document)).isEqualTo("lone surrogate at byte 7");
    }

    @Test
    void byteOrderMarksAreRefused() {
        assertThat(reason("\uFEFF{}".getBytes(UTF_8))).isEqualTo("not JSON: byte order mark at byte 1");
    }

    @Test
    void longKeysAreShortenedInReasons() {
        String key = "k\\u0001" + "x".repeat(500);
        assertThat(reason(("{\"" + key + "\":1,\"" + key + "\":2}").getBytes(UTF_8)))
                .isEqualTo("duplicate key \"k?" + "x".repeat(38) + "\"");
    }

    @Test
    void manyKeysCostNoMoreThanTheirNumber() {
        StringBuilder document = new StringBuilder("{");
        IntStream.range(0, 100_000).forEach(i -> document.append('"').append(i).append("\":1,"));
        byte[] same = document.append("\"77\":2}").toString().getBytes(UTF_8);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(reason(same)).isEqualTo("duplicate key \"77\""));
        assertThat(reason("{\"77\":1}".getBytes(UTF_8))).isEqualTo("fine");
    }

    @Test
    void valuesAreFoundByPointer() throws InvalidRecordException {
        PointerTree tree = new PointerTree();
        int text = tree.slot(new Pointer("/a/1/b~1c"));
        int name = tree.slot(new Pointer("/n\u00E4me"));
        int absent = tree.slot(new Pointer("/a/2"));
        int number = tree.slot(new Pointer("/a/0"));
        Values values = new Values(tree.slots());
        byte[] document = "{\"a\":[12.5,{\"b/c\":\"x\\n\\u20ac\\ud83d\\ude00\"}],\"n\\u00e4me\":true}".getBytes(UTF_8);

        scanner.scan(document, 0, document.length, tree, values);

        assertThat(values.text(text)).isEqualTo("x\n\u20AC\uD83D\uDE00");
        assertThat(values.text(name)).isEqualTo("true");
        assertThat(values.text(number)).isEqualTo("12.5");
        assertThat(values.exists(absent)).isFalse();
    }

    /** Damages a document in every way that a byte can, and compares the verdict with Jackson's. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void verdictAndValuesAgreeWithJackson(long seed) throws InvalidRecordException {
        Random random = new Random(seed);
        String healthy = "{\"id\":\"e-1\",\"n\":[1,-2.5e3,{\"deep\":[true,false,null,\"\\u00e9\\n\"]}],"
                + "\"time\":\"2024-03-01T00:00:00.123Z\",\"\u00FCber\":{\"x\":\"\u65E5\u672C\u8A9E text\",\"y\":\"\"}}";
        String alphabet = "{}[]\",:\\ \t\nu0159eE+-.tfn\u0001a";
        PointerTree tree = new PointerTree();
        int deep = tree.slot(new Pointer("/n/2/deep/3"));
        int x = tree.slot(new Pointer("/\u00FCber/x"));
        Values values = new Values(tree.slots());
        for (int i = 0; i < 12_000; i++) {
            StringBuilder damaged = new StringBuilder(healthy);
            for (int hits = random.nextInt(3); hits >= 0; hits--) {
                int at = random.nextInt(damaged.length());
                char other = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(at, other);
                    case 1 -> damaged.insert(at, other);
                    default -> damaged.deleteCharAt(at);
                }
            }
            byte[] document = damaged.toString().getBytes(UTF_8);
            String reason = reason(document);
            JsonNode expected = jackson(document);
            assertThat(reason.equals("fine")).as(damaged + " -> " + reason).isEqualTo(!expected.isMissingNode());
            if (!expected.isMissingNode()) {
                scanner.scan(document, 0, document.length, tree, values);
                assertThat(values.hasText(deep) ? values.text(deep) : "").isEqualTo(text(expected, "/n/2/deep/3"));
                assertThat(values.hasText(x) ? values.text(x) : "").isEqualTo(text(expected, "/\u00FCber/x"));
            }
        }
    }

    private static String text(JsonNode document, String pointer) {
        JsonNode found = document.at(JsonPointer.compile(pointer));
        return found.isValueNode() && !found.isNull() ? found.asText() : "";
    }

    private static JsonNode jackson(byte[] document) {
        try {
            return JACKSON.readTree(document);
        } catch (IOException e) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
    }

    private static byte[] nested(int levels) {
        return ("[".repeat(levels) + "]".repeat(levels)).getBytes(UTF_8);
    }

    private String reason(byte[] document) {
        try {
            scanner.scan(document, 0, document.length, new PointerTree(), new Values(1));
            return "fine";
        } catch (InvalidRecordException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
