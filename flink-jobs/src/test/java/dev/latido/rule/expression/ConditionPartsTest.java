package dev.latido.rule.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.latido.event.Kind;
import dev.latido.rule.CustomerField;
import dev.latido.rule.Occurrence;
import dev.latido.testing.Events;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionPartsTest {

    private static final long AT = Events.at("2025-01-01T10:00");
    private static final Occurrence NOW = new Occurrence(
            Events.event("e1", Kind.PAGE_VIEW, "Prices", AT, Map.of("plan", "pro")),
            AT,
            new KnownCustomer(Map.of(CustomerField.SCORE, 71.25)));

    @Test
    void partsAreWhatMustAllHold() {
        CelCondition condition =
                condition("event.name == 'a' && (event.amount > 1 || event.user != 'b') && !has(event.attributes.x)");

        assertThat(condition.parts())
                .extracting(CelCondition::text)
                .containsExactly(
                        "event.name == \"a\"", "event.amount > 1 || event.user != \"b\"", "!has(event.attributes.x)");
        assertThat(condition.parts())
                .extracting(part -> part.holds(NOW, Kept.NOTHING))
                .containsExactly(false, true, true);
    }

    @Test
    void conditionThatIsOneIsItsOnlyPart() {
        CelCondition condition = condition("event.name in ['a', 'b']");

        assertThat(condition.parts()).containsExactly(condition);
    }

    @Test
    void whatIsReadIsShownAsItIsWrittenWithItsValue() {
        CelCondition condition = condition("event.name == 'Cancel' && event.attributes.plan in ['x'] "
                + "&& event.attributes['seats'] != '' && customer.score < 60.0 && failed.count > 0 "
                + "&& customer.daysUsed('abc', 0, 6) > 5 && failed.events.exists(e, e.amount > 5)");

        assertThat(condition.values(NOW, Kept.NOTHING))
                .contains(
                        entry("event.name", "Prices"),
                        entry("event.attributes.plan", "pro"),
                        entry("event.attributes[\"seats\"]", "absent"),
                        entry("customer.score", "71.25"),
                        entry("failed.count", "0"),
                        entry("customer.daysUsed(\"abc\", 0, 6)", "3"),
                        entry("failed.events", "none"))
                .hasSize(7);
        assertThat(condition.operands())
                .containsExactlyInAnyOrderElementsOf(
                        condition.values(NOW, Kept.NOTHING).keySet());
    }

    private static CelCondition condition(String text) {
        return Scope.ofCondition(List.of("failed")).condition(text);
    }
}
