package dev.latido.explanation;

import static java.util.Objects.requireNonNull;

import dev.latido.event.CustomerEvent;
import dev.latido.rule.Condition;
import dev.latido.rule.MatchedEvents;
import dev.latido.rule.Occurrence;
import dev.latido.rule.expression.CelCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An event that has a kind that a step waits for, but not what the step asks besides.
 *
 * @param failures the parts of the condition that did not hold
 */
public record Refusal(String step, CustomerEvent event, List<Failure> failures) {

    public Refusal {
        requireNonNull(step, "step");
        requireNonNull(event, "event");
        failures = List.copyOf(failures);
    }

    /**
     * A part of a condition that did not hold.
     *
     * @param values what it read, by how that is written
     */
    public record Failure(String condition, Map<String, String> values) {
        public Failure {
            requireNonNull(condition, "condition");
            requireNonNull(values, "values");
        }
    }

    /** What is read of the customer is so at this moment only, so that it is looked at here and now. */
    static Refusal of(String step, Condition condition, Occurrence now, MatchedEvents soFar) {
        List<Failure> failures = new ArrayList<>();
        if (condition instanceof CelCondition whole) {
            for (CelCondition part : whole.parts()) {
                if (!part.holds(now, soFar)) {
                    failures.add(new Failure(part.text(), part.values(now, soFar)));
                }
            }
        }
        if (failures.isEmpty()) {
            failures.add(new Failure(condition.text(), Map.of()));
        }
        return new Refusal(step, now.event(), failures);
    }
}
