package dev.latido.rule.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latido.rule.CustomerField;
import dev.latido.rule.Match;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTemplateTest {

    private static final Scope SCOPE = Scope.ofMessage(List.of("failed", "views"));
    private static final Match FAILED = Kept.step(
            "failed",
            Kept.event("f1", "a", "2025-01-01T08:00:00Z", 100, Map.of("invoiceId", "in_1")),
            Kept.event("f2", "b", "2025-01-02T10:30:00Z", 4950, Map.of("invoiceId", "in_2")));
    private static final KnownCustomer CUSTOMER =
            new KnownCustomer(Map.of(CustomerField.SCORE, 57.0, CustomerField.IDLE_DAYS, 14.23456));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "plain~plain",
                "${failed.amount}~4950",
                "${failed.amount / 100} of ${double(failed.amount) / 100.0}~49 of 49.5",
                "${customer.score}, ${customer.idleDays}, ${0.001}, ${-0.001}, ${1e20}~57, 14.23, 0, 0, 100000000000000000000",
                "${1.0 / 0.0}, ${customer.score - 57.0}~–, 0",
                "at ${failed.at}~at 2025-01-02T10:30:00Z",
                "${failed.at - failed.events[0].at}, ${duration('90s')}, ${duration('0s')}, ${duration('-1h')}~1 day 2 hours, 1 minute 30 seconds, 0 seconds, -1 hour",
                "${failed.events.map(e, e.attributes['invoiceId'])}~in_1, in_2",
                "${failed.count > 1} ${failed.kind}~true PAYMENT_FAILED",
                "${views.name}, ${customer.plan}, ${failed.attributes['x']}~–, –, –",
                "$${failed.count} costs $5 {and} }~${failed.count} costs $5 {and} }",
                "${'}' + \"{'\" + 'x'}~}{'x",
                "${{'a': 'b'}['a']}~b",
            })
    void placeholdersAreFilled(String template, String text) {
        assertThat(SCOPE.message(template).of(FAILED, CUSTOMER)).isEqualTo(text);
    }

    @Test
    void whatIsNoPlainTextIsReplaced() {
        Match match = Kept.step(
                "failed", Kept.event("f", "a\u001b[31m\nb\u202ec\u0007", "2025-01-01T08:00:00Z", 1, Map.of()));

        assertThat(SCOPE.message("x\n${failed.name}").of(match, CUSTOMER)).isEqualTo("x a [31m b c");
    }

    @Test
    void aLongMessageIsCutOff() {
        Match match = Kept.step(
                "failed", Kept.event("f", "\ud83d\ude00".repeat(500_000), "2025-01-01T08:00:00Z", 1, Map.of()));

        String even = SCOPE.message("${failed.name}").of(match, CUSTOMER);
        String odd = SCOPE.message("x${failed.name}").of(match, CUSTOMER);

        assertThat(even).hasSize(1_999).endsWith("\ud83d\ude00\u2026");
        assertThat(odd).hasSize(2_000).endsWith("\ud83d\ude00\u2026");
    }

    @Test
    void whatItReadsOfAttributesIsKnown() {
        assertThat(SCOPE.message("${failed.attributes['a']} ${failed.events.map(e, e.attributes.b)}")
                        .attributes())
                .contains(Set.of("a", "b"));
        assertThat(SCOPE.message("${failed.attributes[customer.plan]}").attributes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "ab ${failed.amonut}~11~unknown field \"amonut\"; step has: id, kind",
                "ab ${failed.count~3~no } for this ${; write $${ for a literal ${",
                "ab ${}~5~expected an expression",
                "${failed.events}~2~a message cannot show list(event); it shows texts",
                "${failed.attributes}~2~a message cannot show map(string, string); it shows texts",
                "${customer}~2~a message cannot show customer",
                "${event.name}~2~unknown variable \"event\"; here there are: customer, failed, views",
            })
    void aWrongPlaceholderIsNamedWithItsPlace(String template, int offset, String message) {
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> SCOPE.message(template))
                .satisfies(e -> assertThat(e.offset()).isEqualTo(offset))
                .withMessageStartingWith(message);
    }
}
