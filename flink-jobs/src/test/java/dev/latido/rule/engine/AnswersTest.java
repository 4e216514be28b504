package dev.latido.rule.engine;

import static dev.latido.event.Kind.LOGIN;
import static dev.latido.event.Kind.PAGE_VIEW;
import static dev.latido.rule.engine.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.rule.Condition;
import dev.latido.rule.CustomerField;
import dev.latido.rule.DaysUsed;
import dev.latido.rule.MatchedEvents;
import dev.latido.rule.Occurrence;
import dev.latido.rule.SkipStrategy;
import dev.latido.rule.expression.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How often a condition is tried where many partial matches wait for the same event. */
class AnswersTest {

    private static final int WAITING = 1_000;
    private static final String SLOW = "event.attributes['x'].matches('(x+x+)+y')";

    @Test
    void whatIsAskedOfTheEventOnlyIsAnsweredOnceForAllPartialMatches() {
        assertThat(tries(SLOW)).isEqualTo(1);
        assertThat(tries("event.attributes.exists(k, k == 'y') || " + SLOW)).isEqualTo(1);
    }

    @Test
    void whatIsAskedOfTheMatchIsAnsweredForEachOfThem() {
        for (String asked : List.of(
                "seen.amount > 0",
                "seen.count > 9",
                "size(seen.events) > 9",
                "seen.events.exists(e, e.name == 'x')",
                "seen.events[0].attributes['x'] == 'y'",
                "has(seen.name) && seen.attributes.x == 'y'",
                "event.at - seen.at < duration('0s')")) {
            assertThat(tries(asked)).as(asked).isEqualTo(WAITING);
        }
    }

    @Test
    void anotherEventIsAskedAnew() {
        Counted counted = new Counted(Scope.ofCondition(List.of("seen")).condition("event.name == 'go'"));
        Customer customer = waiting(counted);

        customer.happens("v1", PAGE_VIEW, "stay", 5_000, Map.of());
        customer.happens("v2", PAGE_VIEW, "go", 5_001, Map.of());

        assertThat(counted.tries).isEqualTo(2);
        assertThat(customer.sentences()).hasSize(WAITING);
    }

    private static int tries(String condition) {
        Counted counted = new Counted(Scope.ofCondition(List.of("seen")).condition(condition));

        waiting(counted).happens("v", PAGE_VIEW, "", 5_000, Map.of("x", "x".repeat(20_000)));

        return counted.tries;
    }

    private static Customer waiting(Condition condition) {
        Customer customer = new Customer(new Matcher(Customer.sequence(
                new SkipStrategy(SkipStrategy.Way.NONE, ""),
                10_000,
                step("seen", LOGIN),
                step("next", PAGE_VIEW).when(condition))));
        for (int i = 0; i < WAITING; i++) {
            customer.happens("l" + i, LOGIN, i);
        }
        return customer;
    }

    /** Counts how often a condition is tried. */
    private static final class Counted implements Condition {

        private final Condition condition;
        private int tries;

        private Counted(Condition condition) {
            this.condition = condition;
        }

        @Override
        public boolean holds(Occurrence now, MatchedEvents soFar) {
            tries++;
            return condition.holds(now, soFar);
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public Set<DaysUsed> daysUsed() {
            return condition.daysUsed();
        }

        @Override
        public Set<CustomerField> reads() {
            return condition.reads();
        }

        @Override
        public boolean readsSteps() {
            return condition.readsSteps();
        }

        @Override
        public String text() {
            return condition.text();
        }
    }
}
