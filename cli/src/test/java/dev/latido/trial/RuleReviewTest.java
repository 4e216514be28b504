package dev.latido.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.rule.format.RuleCases;
import dev.latido.rule.format.RuleLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleReviewTest {

    private static final String HEAD = """
            id: rule
            version: 1
            title: Rule
            message: It fired
            severity: urgent
            """;

    @Test
    void whatItReadsIsNamedAsItIsWritten() {
        RuleReview review = review("""
                within: 7 days
                steps:
                  - step: first
                    kind: PAYMENT_FAILED
                    when: event.amount > 1000 && has(event.attributes.invoiceId)
                  - step: second
                    kind: PAGE_VIEW
                    when: event.user == first.user && customer.components.usage < 50.0
                """);

        assertThat(review.reads())
                .isEqualTo("Reads events of kind PAGE_VIEW, PAYMENT_FAILED; of them and of the customer:"
                        + " customer.components.usage, event.amount, event.user, first.user,"
                        + " has(event.attributes.invoiceId).");
    }

    @Test
    void ruleWithoutCasesIsOdd() {
        assertThat(review("steps: [{ step: one, kind: NPS }]").warnings())
                .containsExactly("It has no test cases beside it.");
    }

    @Test
    void casesThatShowOneSideOnlyAreOdd() {
        String rule = HEAD + "steps: [{ step: one, kind: REFUNDED }]";

        assertThat(new RuleReview(RuleLoader.load("r.yaml", rule), cases("[]").cases()).warnings())
                .containsExactly("In none of its test cases it is expected to fire.");
        assertThat(new RuleReview(
                                RuleLoader.load("r.yaml", rule),
                                cases("[{ at: 2025-01-01T10:00:00Z }]").cases())
                        .warnings())
                .containsExactly("In all of its test cases it is expected to fire; none shows when it does not.");
    }

    @Test
    void ruleOfDailyEventsWithoutCooldownCanFireOften() {
        String often = "It can fire often, and each time it alerts: it has no cooldown.";

        assertThat(review("steps: [{ step: one, kind: EVALUATED }]").warnings()).contains(often);
        assertThat(review("steps: [{ step: one, kind: activity }]").warnings()).contains(often);
        assertThat(review("cooldown: 1 day\nsteps: [{ step: one, kind: activity }]")
                        .warnings())
                .doesNotContain(often);
        assertThat(review("steps: [{ step: one, kind: REFUNDED }]").warnings()).doesNotContain(often);
        assertThat(review("resolve: { kind: LOGIN }\nsteps: [{ step: one, kind: activity }]")
                        .warnings())
                .doesNotContain(often);
    }

    @Test
    void ruleThatFindsManyMatchesInTheSameEventsCanFireOften() {
        assertThat(review("""
                within: 7 days
                skip: none
                steps:
                  - { step: one, kind: REFUNDED }
                  - { step: two, kind: REFUNDED, contiguity: followed by any }
                """).warnings()).contains("It can fire often, and each time it alerts: it has no cooldown.");
    }

    @Test
    void stepWhoseNamesContradictEachOtherIsOdd() {
        assertThat(review(
                                "steps: [{ step: one, kind: ACTION, when: \"event.name == 'a' && event.name in ['b', 'c']\" }]")
                        .warnings())
                .contains("Step 'one' can never match. Its condition asks for two different names at once:"
                        + " event.name == 'a' && event.name in ['b', 'c']");
        assertThat(review("steps: [{ step: one, kind: ACTION, when: \"event.name == 'a' || event.name == 'b'\" }]")
                        .warnings())
                .noneMatch(warning -> warning.contains("never match"));
    }

    @Test
    void whatHasNoEffectOrNoValueIsOdd() {
        assertThat(review("within: 7 days\nsteps: [{ step: one, kind: REFUNDED }]")
                        .warnings())
                .contains("Its 'within' has no effect: it looks for a single event.");
        assertThat(review("steps: [{ step: one, kind: REFUNDED, when: customer.churnProbability > 0.5 }]")
                        .warnings())
                .contains(
                        "It reads customer.churnProbability, which is absent without a model, and of customers in their first days.");
    }

    private static RuleReview review(String rule) {
        return new RuleReview(RuleLoader.load("rule.yaml", HEAD + rule), List.of());
    }

    private static RuleCases cases(String expected) {
        return RuleCases.load("r.cases.yaml", """
                cases:
                  - case: one
                    events: [{ at: 2025-01-01T10:00:00Z, kind: REFUNDED }]
                    expect: %s
                """.formatted(expected));
    }
}
