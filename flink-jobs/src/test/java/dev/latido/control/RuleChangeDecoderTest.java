package dev.latido.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.change.Request;
import dev.latido.change.Unusable;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleChange.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleChangeDecoderTest {

    private static final Origin ORIGIN = new Origin("rules", "rules", 0, 7);

    @Test
    void aChangeIsReadWithAllItsFields() {
        assertThat(request(
                        "{\"schemaVersion\":1,\"ruleId\":\"a-rule\",\"action\":\"apply\",\"definition\":\"id: a\\n\","
                                + "\"by\":\"ada\",\"reason\":\"why\",\"effectiveAt\":\"2025-01-01T00:00:00Z\"}"))
                .isEqualTo(new RuleChange(
                        "a-rule",
                        Action.APPLY,
                        "id: a\n",
                        "ada",
                        "why",
                        Instant.parse("2025-01-01T00:00:00Z").toEpochMilli()));
    }

    @Test
    void aPauseNeedsNoDefinitionAndADeletionKeepsNone() {
        assertThat(request("{\"ruleId\":\"a\",\"action\":\"pause\",\"by\":\"ada\",\"reason\":\"why\"}"))
                .isEqualTo(new RuleChange("a", Action.PAUSE, "", "ada", "why", RuleChange.AT_ONCE));
        assertThat(
                        request(
                                "{\"ruleId\":\"a\",\"action\":\"delete\",\"definition\":\"x\",\"by\":\"ada\",\"reason\":\"why\"}"))
                .isEqualTo(new RuleChange("a", Action.DELETE, "", "ada", "why", RuleChange.AT_ONCE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'ruleId':'a','action':'apply','by':'b','reason':'r' | The definition is missing.",
                "'ruleId':'a','action':'mute','by':'b','reason':'r' | The action is unknown; allowed is apply, pause,"
                        + " resume, delete.",
                "'ruleId':'a','action':'pause','reason':'r' | by is missing.",
                "'ruleId':'a','action':'pause','by':'b' | reason is missing.",
                "'ruleId':'a','action':'pause','by':'','reason':'r' | by is not a text.",
                "'ruleId':'a','action':'pause','by':'b','reason':7 | reason is not a text.",
                "'ruleId':'a','action':'pause','by':'b','reason':'\\ud800' | reason holds half a character (a lone"
                        + " surrogate).",
                "'ruleId':'a','action':'pause','by':'b','reason':'r','effectiveAt':'soon' | effectiveAt is not an"
                        + " ISO-8601 instant.",
                "'ruleId':'a','action':'pause','by':'b','reason':'r','why':'r' | The record has a field that is not"
                        + " known."
            })
    void whatNamesItsRuleButIsNoChangeIsPassedOnWithWhatIsWrong(String fields, String error) {
        assertThat(request("{" + fields.replace('\'', '"') + "}")).isInstanceOfSatisfying(Unusable.class, unusable -> {
            assertThat(unusable.subject()).isEqualTo("a");
            assertThat(unusable.error()).isEqualTo(error);
        });
    }

    @Test
    void ofAChangeThatCannotBeUsedNoMoreThanTheBeginningOfItsWordsIsPassedOn() {
        String words = "x".repeat(1_023) + "\uD83D\uDE00".repeat(100_000);

        assertThat(request(
                        "{\"ruleId\":\"a\",\"action\":\"mute\",\"by\":\"" + words + "\",\"reason\":\"" + words + "\"}"))
                .isInstanceOfSatisfying(Unusable.class, unusable -> {
                    assertThat(unusable.by()).isEqualTo("x".repeat(1_023));
                    assertThat(unusable.reason()).isEqualTo("x".repeat(1_023));
                });
    }

    @Test
    void aDefinitionOfMoreThan64KibibytesIsNotTaken() {
        String start = "{\"ruleId\":\"a\",\"action\":\"apply\",\"by\":\"b\",\"reason\":\"r\",\"definition\":\"";

        assertThat(request(start + "x".repeat(64 * 1024) + "\"}")).isInstanceOf(RuleChange.class);
        assertThat(request(start + "é".repeat(32 * 1024 + 1) + "\"}"))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        unusable -> assertThat(unusable.error()).isEqualTo("definition is longer than 65536 bytes."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | not JSON",
                "[] | a change of a rule is not a JSON object",
                "{} {} | not JSON",
                "{\"action\":\"pause\"} | ruleId is missing, or not lower-case words joined by hyphens",
                "{\"ruleId\":\"A rule\"} | ruleId is missing, or not lower-case words joined by hyphens"
            })
    void whatNamesNoRuleIsADeadLetter(String record, String reason) {
        assertThat(decode(record))
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }

    @Test
    void aRecordWithoutAValueDeletesTheRuleOfItsKey() {
        assertThat(tombstone("a-rule"))
                .isEqualTo(new Decoded.Event<>(
                        ORIGIN, new RuleChange("a-rule", Action.DELETE, "", "unknown", "", RuleChange.AT_ONCE), 42));
        assertThat(tombstone("")).isInstanceOf(Decoded.Rejected.class);
    }

    private static Request request(String record) {
        return ((Decoded.Event<Request>) decode(record)).event();
    }

    private static Decoded<Request> decode(String record) {
        List<Decoded<Request>> decoded = new ArrayList<>();
        new RuleChangeDecoder().decode(record.getBytes(UTF_8), ORIGIN, 42, decoded::add);
        assertThat(decoded).hasSize(1);
        return decoded.get(0);
    }

    private static Decoded<Request> tombstone(String key) {
        List<Decoded<Request>> decoded = new ArrayList<>();
        new RuleChangeDecoder().decodeTombstone(key.getBytes(UTF_8), ORIGIN, 42, decoded::add);
        assertThat(decoded).hasSize(1);
        return decoded.get(0);
    }
}
