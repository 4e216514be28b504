package dev.latido.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.connector.testing.Decodes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "equals: x|\"x\"|true",
                "equals: x|\"\\u0078\"|true",
                "equals: x|\"X\"|false",
                "equals: x|null|false",
                "equals: 1|true|false",
                "less-than: 2|\"one\"|false",
                "equals: 1|1|true",
                "equals: 1|1.0|true",
                "equals: 1|10e-1|true",
                "equals: 1|\"1\"|true",
                "equals: 1|\"1.0\"|true",
                "equals: \"1\"|1|true",
                "equals: \"1\"|1.0|false",
                "equals: true|true|true",
                "equals: true|false|false",
                "equals: false|false|true",
                "equals: false|null|false",
                "equals: x|{\"x\":1}|false",
                "in: [x, 2, true]|\"x\"|true",
                "in: [x, 2, true]|2.00|true",
                "in: [x, 2, true]|true|true",
                "in: [x, 2, true]|3|false",
                "present: true|0|true",
                "present: true|false|true",
                "present: true|\"\"|false",
                "present: true|null|false",
                "present: true|{}|true",
                "present: true|[]|true",
                "present: false|null|true",
                "present: false|1|false",
                "exists: true|null|true",
                "exists: true|\"\"|true",
                "exists: false|null|false",
                "less-than: 2|1.99|true",
                "less-than: 2|2|false",
                "less-than: 2|\"1\"|true",
                "greater-than: 2|10|true",
                "greater-than: 2|null|false",
            })
    void oneValueIsTested(String test, String value, boolean holds) {
        assertThat(holds("{pointer: /a, " + test + "}", "{\"a\":" + value + "}"))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "less-than|9|10|true",
                "less-than|\"9\"|\"10\"|true",
                "less-than|9|\"10\"|true",
                "less-than|10|10.0|false",
                "less-than|\"10\"|\"9 days\"|true",
                "greater-than|1e2|99|true",
                "greater-than|\"2024-02-01\"|\"2024-01-31\"|true",
                "same-as|1.0|1|true",
                "same-as|\"a\"|\"a\"|true",
                "same-as|null|null|false",
                "differs-from|1|2|true",
                "differs-from|1|1.0|false",
                "differs-from|1|null|false",
                "differs-from|true|false|true",
            })
    void twoValuesAreCompared(String relation, String left, String right, boolean holds) {
        assertThat(holds("{pointer: /a, " + relation + ": /b}", "{\"a\":" + left + ",\"b\":" + right + "}"))
                .isEqualTo(holds);
    }

    @Test
    void absenceIsNeitherPresentNorThere() {
        assertThat(holds("{pointer: /a, present: false}", "{}")).isTrue();
        assertThat(holds("{pointer: /a, exists: false}", "{}")).isTrue();
        assertThat(holds("{pointer: /a/0/b, exists: true}", "{\"a\":[{\"b\":null}]}"))
                .isTrue();
    }

    @Test
    void conditionsCombine() {
        String nested =
                "{any: [[{pointer: /a, equals: 1}, {pointer: /b, equals: 2}], {all: [{pointer: /c, equals: 3}]}]}";

        assertThat(holds(nested, "{\"a\":1,\"b\":2}")).isTrue();
        assertThat(holds(nested, "{\"a\":1,\"c\":3}")).isTrue();
        assertThat(holds(nested, "{\"a\":1,\"b\":3}")).isFalse();
    }

    @Test
    void theFirstRuleThatHoldsDecides() {
        Decodes decodes = Decodes.by("""
                customer: /c
                time: /at
                amount: { pointer: /total, unit: minor }
                name: /label
                attributes: { plan: /plan, kept: /kept }
                kinds:
                  - when: { pointer: /a, greater-than: 10 }
                    kind: LOGIN
                    name: /title
                    amount: /paid
                    attributes: { plan: /price }
                  - when: { pointer: /a, greater-than: 5 }
                    kind: PAGE_VIEW
                  - kind: ACTION
                """);
        String rest = ",\"c\":1,\"at\":\"2024-03-01T00:00:00Z\",\"label\":\"l\",\"title\":\"t\",\"total\":1,\"paid\":2,"
                + "\"plan\":\"p\",\"price\":\"q\",\"kept\":\"k\"}";

        assertThat(decodes.event("{\"a\":11" + rest)).satisfies(event -> {
            assertThat(event.kind()).isEqualTo("LOGIN");
            assertThat(event.name()).isEqualTo("t");
            assertThat(event.amountCents()).isEqualTo(2);
            assertThat(event.attributes()).containsOnly(Map.entry("plan", "q"), Map.entry("kept", "k"));
        });
        assertThat(decodes.event("{\"a\":10" + rest)).satisfies(event -> {
            assertThat(event.kind()).isEqualTo("PAGE_VIEW");
            assertThat(event.name()).isEqualTo("l");
            assertThat(event.amountCents()).isEqualTo(1);
            assertThat(event.attributes()).containsEntry("plan", "p");
        });
        assertThat(decodes.event("{\"a\":5" + rest).kind()).isEqualTo("ACTION");
    }

    private static boolean holds(String condition, String record) {
        Decodes decodes = Decodes.by(
                "customer: /c\ntime: /at\nkinds:\n  - when: " + condition + "\n    kind: ignore\n  - kind: LOGIN");
        return decodes.ignores(record);
    }
}
