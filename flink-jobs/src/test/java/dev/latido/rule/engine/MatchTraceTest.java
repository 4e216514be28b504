package dev.latido.rule.engine;

import static dev.latido.event.Kind.ACTION;
import static dev.latido.event.Kind.LOGIN;
import static dev.latido.event.Kind.PAGE_VIEW;
import static dev.latido.rule.engine.Steps.not;
import static dev.latido.rule.engine.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatchTraceTest {

    private static final AskCondition BIG =
            new AskCondition("event.amount > 4", (event, amounts) -> event.amountCents() > 4);

    @Test
    void theConditionThatFailedIsNamedAndWhereAPartialMatchWaitedUntilItsTimeWasUp() {
        Customer customer =
                Customer.traced(10, step("a", LOGIN), step("b", PAGE_VIEW).when(BIG));

        customer.happens("e1", LOGIN, 1).happens("e2", PAGE_VIEW, 2).advance(20);

        assertThat(customer.traced.sentences())
                .containsExactly(
                        "moved to a with a=e1",
                        "b refused e2 after a=e1 for event.amount > 4",
                        "a=e1 awaited [b] until 11");
    }

    @Test
    void anEventThatCouldNotEvenBeginIsTold() {
        AskCondition named = new AskCondition("event.name == 'x'", Set.of("x"), Set.of(), (event, amounts) -> true);
        Customer customer = Customer.traced(10, step("a", LOGIN).when(named), step("b", PAGE_VIEW));

        customer.happens("e1", LOGIN, "y", 1, Map.of());

        assertThat(customer.traced.sentences()).containsExactly("a refused e1 after  for event.name == 'x'");
    }

    @Test
    void theEventThatANegatedStepForbidsIsTold() {
        Customer customer = Customer.traced(10, step("a", LOGIN), not("n", ACTION), step("b", PAGE_VIEW));

        customer.happens("e1", LOGIN, 1).happens("e2", ACTION, 2);

        assertThat(customer.traced.sentences()).containsExactly("moved to a with a=e1", "n ended a=e1 with e2");
    }

    @Test
    void theEventThatCameInBetweenIsTold() {
        Customer customer =
                Customer.traced(10, step("a", LOGIN), step("b", PAGE_VIEW).next());

        customer.happens("e1", LOGIN, 1).happens("e2", ACTION, 2);

        assertThat(customer.traced.sentences())
                .containsExactly("moved to a with a=e1", "e2 broke a=e1 which awaited [b]");
    }

    @Test
    void whatAMatchSkipsIsTold() {
        Customer customer = Customer.traced(10, step("a", LOGIN), step("b", PAGE_VIEW));

        customer.happens("e1", LOGIN, 1).happens("e2", LOGIN, 2).happens("e3", PAGE_VIEW, 3);

        assertThat(customer.traced.sentences()).endsWith("pruned a=e2 b=e3 for a=e1 b=e3 at 3");
    }
}
