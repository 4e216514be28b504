package dev.latido.rule.engine;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.rule.Condition;
import dev.latido.rule.Step;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an event: whether it is one of a step, or whether it ends the step's repetitions.
 *
 * @param kinds one bit for each kind of event that can make the answer yes
 * @param names of which the event must have one; empty where any name will do
 * @param condition what must hold besides
 */
record Question(long kinds, Set<String> names, @Nullable Condition condition) {

    private static final long ALL_KINDS = -1L;

    static final Question NEVER = new Question(0, Set.of(), null);

    static Question ofStep(Step step) {
        long kinds = 0;
        for (Kind kind : step.kinds()) {
            kinds |= bit(kind);
        }
        return of(kinds, step.when().orElse(null));
    }

    static Question ofUntil(Step step) {
        return step.until().isPresent() ? of(ALL_KINDS, step.until().get()) : NEVER;
    }

    private static Question of(long kinds, @Nullable Condition condition) {
        return new Question(kinds, condition == null ? Set.of() : Set.copyOf(condition.names()), condition);
    }

    /** Whether the answer may be another for another partial match. */
    boolean readsSteps() {
        return condition != null && condition.readsSteps();
    }

    static long bit(Kind kind) {
        return 1L << kind.code();
    }

    /** Whether the answer can be yes, as far as kind and name tell. */
    boolean concerns(CustomerEvent event) {
        return (kinds & bit(event.kind())) != 0 && (names.isEmpty() || names.contains(event.name()));
    }
}
