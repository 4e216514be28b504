package dev.latido.bench.rules;

import dev.latido.event.CustomerEvent;
import java.util.Objects;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** A rule as someone would write it for stock Flink CEP. */
final class StockPattern {

    private StockPattern() {}

    static Pattern<CustomerEvent, CustomerEvent> of(BenchRule rule) {
        BenchStep first = rule.steps().get(0);
        Pattern<CustomerEvent, CustomerEvent> pattern =
                asked(Pattern.begin(first.name(), AfterMatchSkipStrategy.skipPastLastEvent()), first);
        for (BenchStep step : rule.steps().subList(1, rule.steps().size())) {
            pattern =
                    asked(step.negated() ? pattern.notFollowedBy(step.name()) : pattern.followedBy(step.name()), step);
        }
        return pattern.within(rule.within());
    }

    private static Pattern<CustomerEvent, CustomerEvent> asked(
            Pattern<CustomerEvent, CustomerEvent> bare, BenchStep step) {
        String other = step.sameInvoiceAs();
        Pattern<CustomerEvent, CustomerEvent> asked =
                bare.where(other == null ? new OfStep(step) : new OfSameInvoice(step, other));
        return step.times() == 1 ? asked : asked.times(step.times());
    }

    /** Looks at the event alone. */
    private static final class OfStep extends SimpleCondition<CustomerEvent> {

        private static final long serialVersionUID = 1L;

        private final BenchStep step;

        private OfStep(BenchStep step) {
            this.step = step;
        }

        @Override
        public boolean filter(CustomerEvent event) {
            return step.matches(event);
        }
    }

    /** Looks at an earlier event too. */
    private static final class OfSameInvoice extends IterativeCondition<CustomerEvent> {

        private static final long serialVersionUID = 1L;

        private final BenchStep step;
        private final String other;

        private OfSameInvoice(BenchStep step, String other) {
            this.step = step;
            this.other = other;
        }

        @Override
        public boolean filter(CustomerEvent event, Context<CustomerEvent> context) throws Exception {
            if (!step.matches(event)) {
                return false;
            }
            String invoice = event.attributes().get("invoiceId");
            for (CustomerEvent earlier : context.getEventsForPattern(other)) {
                if (Objects.equals(earlier.attributes().get("invoiceId"), invoice)) {
                    return true;
                }
            }
            return false;
        }
    }
}
