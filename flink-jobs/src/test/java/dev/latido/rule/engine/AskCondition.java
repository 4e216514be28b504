package dev.latido.rule.engine;

import dev.latido.rule.Condition;
import dev.latido.rule.CustomerField;
import dev.latido.rule.DaysUsed;
import dev.latido.rule.KeptEvent;
import dev.latido.rule.MatchedEvents;
import dev.latido.rule.Occurrence;
import java.util.Set;

/** A test's question as the matcher puts it. */
record AskCondition(String text, Set<String> names, Set<CustomerField> reads, Ask ask) implements Condition {

    AskCondition(String text, Ask ask) {
        this(text, Set.of(), Set.of(), ask);
    }

    @Override
    public Set<DaysUsed> daysUsed() {
        return Set.of();
    }

    @Override
    public boolean holds(Occurrence now, MatchedEvents soFar) {
        return ask.of(
                now.event(),
                step -> soFar.of(step).stream().map(KeptEvent::amountCents).toList());
    }

    /** It may. */
    @Override
    public boolean readsSteps() {
        return true;
    }
}
