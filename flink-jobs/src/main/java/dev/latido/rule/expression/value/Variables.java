package dev.latido.rule.expression.value;

import dev.cel.runtime.CelVariableResolver;
import dev.latido.event.CustomerEvent;
import dev.latido.rule.CustomerFacts;
import dev.latido.rule.MatchedEvents;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of an expression's variables, for one evaluation.
 *
 * @param event null where the expression has no event at hand
 */
public record Variables(@Nullable CustomerEvent event, MatchedEvents matched, CustomerFacts facts)
        implements CelVariableResolver {

    public static final String EVENT = "event";
    public static final String CUSTOMER = "customer";

    @Override
    public Optional<Object> find(String name) {
        if (name.equals(EVENT) && event != null) {
            return Optional.of(new EventView(event));
        }
        return Optional.of(name.equals(CUSTOMER) ? new CustomerView(facts) : new StepView(matched.of(name)));
    }
}
