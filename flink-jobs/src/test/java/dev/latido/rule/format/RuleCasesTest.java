package dev.latido.rule.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.rule.format.RuleCases.Case;
import dev.latido.rule.format.RuleCases.Expected;
import dev.latido.rule.format.RuleCases.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleCasesTest {

    @Test
    void everythingThatIsWrittenIsRead() {
        RuleCases cases = RuleCases.load("x.yaml", Rules.CASES);
        Case first = cases.cases().get(0);

        assertThat(cases.rule()).isEqualTo("payment-failed-then-cancel-page.yaml");
        assertThat(first.name()).isEqualTo("a failed payment and then the cancel page");
        assertThat(first.events().get(0))
                .isEqualTo(new CustomerEvent(
                        "first",
                        "default",
                        "customer",
                        "customer",
                        Kind.PAYMENT_FAILED,
                        "",
                        Instant.parse("2025-01-01T10:00:00Z"),
                        4900,
                        Map.of("invoiceId", "in_1", "tries", "2")));
        assertThat(first.events()).hasSize(18);
        assertThat(first.expected())
                .containsExactly(
                        new Expected(
                                Instant.parse("2025-01-03T10:00:00Z"),
                                Status.OPEN,
                                Optional.of(Map.of("failed", List.of("first"), "cancel", List.of("e2")))),
                        new Expected(Instant.parse("2025-01-04T10:00:00Z"), Status.RESOLVED, Optional.empty()));
    }

    @Test
    void timesAndIdsGoOnFromTheEventBefore() {
        Case first = RuleCases.load("x.yaml", Rules.CASES).cases().get(0);

        assertThat(first.events())
                .extracting(event -> event.eventId() + " " + event.at())
                .startsWith(
                        "first 2025-01-01T10:00:00Z",
                        "e2 2025-01-03T10:00:00Z",
                        "r1.1 2025-01-04T10:00:00Z",
                        "r1.2 2025-01-05T10:00:00Z")
                .endsWith("r1.14 2025-01-17T10:00:00Z", "x.1 2025-01-17T10:05:00Z", "x.2 2025-01-17T10:35:00Z");
        assertThat(first.until()).isEqualTo("2025-01-27T10:35:00Z");
    }

    @Test
    void aCaseMayExpectNothingAndEndsWithItsLastEvent() {
        Case second = RuleCases.load("x.yaml", Rules.CASES).cases().get(1);

        assertThat(second.expected()).isEmpty();
        assertThat(second.until()).isEqualTo("2025-01-01T08:00:00Z");
    }

    @Test
    void theRuleIsTheFileOfTheSameName() {
        String cases = Rules.CASES.replaceFirst("rule: .*\n", "");

        assertThat(RuleCases.load("rules/a-b.cases.yaml", cases).rule()).isEqualTo("a-b.yaml");
        assertRefused(
                "rules/a-b.yaml", cases, "rules/a-b.yaml, line 1, column 1: missing key: rule, the file of the rule");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "at: +2d~at: soon~6, column 15: expected a time such as 2025-01-31T08:00:00Z, or +30s, +5m, +2h, +1d after the one before, not \"soon\"",
                "id: first, at: 2025-01-01T10:00:00Z~id: first, at: +1d~5, column 26: expected a time such as 2025-01-31T08:00:00Z: there is none before that \"+1d\" could come after",
                "2025-01-01T10:00:00Z~1999-01-01T10:00:00Z~5, column 26: a time must be from 2000 to 2099",
                "every: 1d~every: day~7, column 30: expected a time such as 30s, 5m, 2h or 1d, not \"day\"",
                "every: 1d, ~ ~7, column 9: missing key: every",
                "repeat: 14, ~ ~7, column 19: every says how far repeated events lie apart; it needs repeat",
                "repeat: 14~repeat: 99999~7, column 19: expected a whole number from 1 to 10000, not \"99999\"",
                "kind: PAGE_VIEW~kind: EVALUATED~6, column 26: unknown value \"EVALUATED\"; allowed: ACTION",
                "name: Cancel~title: Cancel~6, column 37: unknown key \"title\"; allowed: id, at, kind",
                "amount: 4900~amount: 49.00~5, column 78: an amount is a whole number of minor units, such as 4900 for 49.00, not \"49.00\"",
                "score: 9~scores: 9~14, column 53: NPS needs the attribute score: 0 to 10, or for CSAT 0 to scale (default 5)",
                "until: +10d~until: 2025-01-02T00:00:00Z~9, column 12: until lies before the event at 2025-01-17T10:35:00Z",
                "cancel: e2~cancel: e9~11, column 71: there is no event \"e9\" in this case",
                "case: nothing~case: a failed payment and then the cancel page~13, column 11: there is a case \"a failed payment and then the cancel page\" already",
                "kind: LOGIN, id: x~kind: LOGIN, id: r1~8, column 9: there is an event \"r1.1\" already",
                "status: resolved~status: shut~12, column 45: unknown value \"shut\"; allowed: open, resolved",
            })
    void mistakesAreNamedWithTheirPlace(String right, String wrong, String message) {
        String cases = Rules.CASES.replace(right, wrong == null ? "" : wrong);

        assertThat(cases).isNotEqualTo(Rules.CASES);
        assertRefused("x.yaml", cases, "x.yaml, line " + message);
    }

    @Test
    void manyLargeRepeatsAreRefused() {
        String repeats = "      - { repeat: 9999, every: 1s, at: 2025-01-01T00:00:00Z, kind: LOGIN }\n".repeat(50);

        assertRefused(
                "x.yaml",
                "rule: r\ncases:\n  - case: a\n    events:\n" + repeats + "    expect: []\n",
                "x.yaml, line 6, column 9: a case has at most 10000 events");
    }

    private static void assertRefused(String file, String cases, String message) {
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> RuleCases.load(file, cases))
                .withMessageStartingWith(message);
    }
}
