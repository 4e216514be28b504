package dev.latido.rule.engine;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.rule.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.util.FlinkRuntimeException;

/** A test's question as Flink CEP puts it. */
final class StockCondition extends IterativeCondition<CustomerEvent> {

    private final EnumSet<Kind> kinds;
    private final Ask ask;

    private StockCondition(Set<Kind> kinds, Ask ask) {
        this.kinds = EnumSet.copyOf(kinds);
        this.ask = ask;
    }

    static IterativeCondition<CustomerEvent> is(Kind kind) {
        return is(kind, (event, amounts) -> true);
    }

    static IterativeCondition<CustomerEvent> is(Kind kind, Ask ask) {
        return new StockCondition(Set.of(kind), ask);
    }

    static IterativeCondition<CustomerEvent> holds(Ask ask) {
        return new StockCondition(EnumSet.allOf(Kind.class), ask);
    }

    /** A question of a sequence, by the number that {@link Automaton} gives it. */
    static IterativeCondition<CustomerEvent> question(List<Step> steps, int number) {
        Step step = steps.get(number / 2);
        return number == Automaton.stepQuestion(number / 2)
                ? new StockCondition(
                        step.kinds(), step.when().map(StockCondition::ask).orElse((event, amounts) -> true))
                : holds(ask(step.until().orElseThrow()));
    }

    private static Ask ask(Object condition) {
        return ((AskCondition) condition).ask();
    }

    @Override
    public boolean filter(CustomerEvent event, Context<CustomerEvent> context) {
        return kinds.contains(event.kind()) && ask.of(event, step -> amounts(step, context));
    }

    private static List<Long> amounts(String step, Context<CustomerEvent> context) {
        List<Long> amounts = new ArrayList<>();
        try {
            context.getEventsForPattern(step).forEach(event -> amounts.add(event.amountCents()));
        } catch (Exception e) {
            throw new FlinkRuntimeException(e);
        }
        return amounts;
    }
}
