package dev.latido.rule.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.rule.CustomerField;
import dev.latido.rule.Match;
import dev.latido.rule.Occurrence;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelConditionTest {

    private static final Scope SCOPE = Scope.ofCondition(List.of("failed", "views"));
    private static final Match FAILED = Kept.step(
            "failed",
            Kept.event("f1", "", "2025-01-01T08:00:00Z", 100, Map.of("invoiceId", "in_1")),
            Kept.event("f2", "", "2025-01-01T10:00:00Z", 4900, Map.of("invoiceId", "in_2")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.id == 'e1' && event.kind == 'PAGE_VIEW' && event.name == 'Cancel' && event.user == 'ada'",
                "event.amount == 250 && event.amount / 100 == 2",
                "event.attributes['plan'] == 'pro' && event.attributes.plan == 'pro' && !('x' in event.attributes)",
                "event.at == timestamp('2025-01-02T09:00:00Z') && event.at.getHours() == 9",
                "event.at - failed.at < duration('24h') && event.at - duration('1h') > failed.at",
                "failed.count == 2 && failed.amount == 4900 && failed.id == 'f2' && size(failed.events) == 2",
                "failed.events[0].attributes['invoiceId'] == 'in_1' && failed.attributes['invoiceId'] == 'in_2'",
                "failed.events.exists(e, e.amount == 100) && !failed.events.all(e, e.amount == 100)",
                "failed.events.map(e, e.attributes['invoiceId']) == ['in_1', 'in_2']",
                "failed.events.exists_one(e, e.at < timestamp('2025-01-01T09:00:00Z'))",
                "views.count == 0 && views.events == [] && !has(views.name) && has(failed.name)",
                "customer.score < 60 && customer.score < 59.5 && customer.components.usage == 12.5",
                "customer.openFailure && 'payment-delay' in customer.signals && customer.signals.size() == 1",
                "has(customer.score) && !has(customer.churnProbability) && !has(customer.components.support)",
                "customer.daysUsed('reports', 0, 6) == 7 && customer.daysUsed('a', failed.count, 29) == 1",
                "event.name.lowerAscii() == 'cancel' && event.name.matches('^C') && event.name.startsWith('Can')",
                "!has(customer.plan) || customer.plan == 'free'",
                "customer.plan == 'free' || event.name == 'Cancel'",
                "event.attributes.filter(k, k.startsWith('pl')) == ['plan']",
            })
    void whatIsThereCanBeAskedFor(String text) {
        assertThat(SCOPE.condition(text).holds(now(), FAILED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.attributes['x'] == 'y'",
                "event.attributes['x'] != 'y'",
                "!(event.attributes['x'] == 'y')",
                "customer.plan == 'free' || event.name == 'x'",
                "customer.churnProbability < 2.0",
                "views.amount < 1 || views.at < event.at",
                "views.events[0].name == ''",
                "event.amount / (event.amount - 250) > 0",
                "int(event.attributes['plan']) > 0",
                "customer.daysUsed('reports', event.amount, 6) > 0",
                "customer.score + 1.0 > 1.0 && customer.sessions7 > 0",
            })
    void whatCannotBeComputedDoesNotHold(String text) {
        assertThat(SCOPE.condition(text).holds(now(), FAILED)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "event.name == 'x'~x",
                "'x' == event.name~x",
                "((event.name == 'x'))~x",
                "event.name in ['x', 'y']~x y",
                "event.name == 'x' || event.name == 'y'~x y",
                "(event.name == 'x' || event.name in ['y']) && event.amount > 5~x y",
                "event.amount > 5 && (customer.score < 5 && event.name == 'x')~x",
                "event.name in ['x', 'y'] && event.name in ['y', 'z']~y",
                "event.name == 'x' && event.amount > 1 || event.name == 'y' && event.amount > 2~x y",
                "event.name == 'x' || event.amount > 5~",
                "event.name != 'x'~",
                "!(event.name == 'x')~",
                "event.name in ['x', event.user]~",
                "event.name in []~",
                "event.name == event.user~",
                "event.user == 'x'~",
                "failed.name == 'x'~",
                "event.name == 'x' ? true : false~",
                "failed.events.exists(e, e.name == 'x')~",
                "event.attributes['name'] == 'x'~",
                "event.name.startsWith('x')~",
                "true~",
            })
    void namesAreFoundWhereTheyAreSure(String text, String names) {
        assertThat(SCOPE.condition(text).names()).isEqualTo(words(names));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "event.amount > 5~",
                "customer.score < 60 && has(customer.plan)~score plan",
                "customer.components.usage < 60.0~usage",
                "customer.daysUsed('x', 0, 6) > 0~",
                "failed.events.exists(e, e.amount > customer.tickets30)~tickets30",
                "'x' in customer.signals || customer.features.exists(f, f == 'y')~signals features",
                "customer.components == customer.components~usage adoption support payment engagement",
            })
    void whatIsReadOfTheCustomerIsFound(String text, String fields) {
        assertThat(SCOPE.condition(text).reads().stream()
                        .map(CustomerField::text)
                        .collect(Collectors.toSet()))
                .isEqualTo(words(fields));
    }

    @Test
    void aCustomerThatStandsForItselfIsReadAltogether() {
        assertThat(SCOPE.condition("[customer].size() > 0").reads()).isEqualTo(EnumSet.allOf(CustomerField.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "event.attributes['a'] == 'x'~",
                "failed.amount > 5 && failed.count > 1 && size(failed.events) > 1~",
                "failed.attributes['a'] == event.attributes['b']~a",
                "failed.attributes.a == 'x' || has(failed.attributes.b) || 'c' in failed.attributes~a b c",
                "failed.events.exists(e, e.attributes['a'] == event.attributes['b'])~a",
                "failed.events[0].attributes['a'] == 'x' && failed.events[failed.count - 1].name == ''~a",
                "failed.events.map(e, e.attributes.a).size() > 0~a",
                "failed.attributes[event.name] == 'x'~*",
                "failed.attributes == event.attributes~*",
                "failed.attributes.exists(k, k == 'x')~*",
                "size(failed.attributes) > 1~*",
                "event.name in failed.attributes~*",
                "failed == views~*",
                "failed.events == views.events~*",
                "failed.events.filter(e, e.amount > 5).size() > 1~*",
                "(failed.count > 1 ? failed : views).amount > 1~*",
                "[failed.events[0]].exists(e, e.attributes['a'] == 'x')~*",
                "failed.events.exists(e, e == views.events[0])~*",
                "[event].exists(e, e.attributes['a'] == 'x')~*",
            })
    void attributesOfEarlierEventsAreFound(String text, String names) {
        assertThat(SCOPE.condition(text).attributes())
                .isEqualTo("*".equals(names) ? Optional.empty() : Optional.of(words(names)));
    }

    private static Set<String> words(String text) {
        return text == null ? Set.of() : Arrays.stream(text.split(" ")).collect(Collectors.toSet());
    }

    private static Occurrence now() {
        var event = new CustomerEvent(
                "e1",
                "t",
                "acme",
                "ada",
                Kind.PAGE_VIEW,
                "Cancel",
                Instant.parse("2025-01-02T09:00:00Z"),
                250,
                Map.of("plan", "pro"));
        return new Occurrence(
                event,
                event.at().toEpochMilli(),
                new KnownCustomer(Map.of(
                        CustomerField.SCORE,
                        50.5,
                        CustomerField.USAGE,
                        12.5,
                        CustomerField.OPEN_FAILURE,
                        true,
                        CustomerField.SIGNALS,
                        List.of("payment-delay"))));
    }
}
