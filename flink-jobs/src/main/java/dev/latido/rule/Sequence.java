package dev.latido.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The events that a rule looks for, one after the other.
 *
 * @param withinMillis longest time from the first event to the last; 0 where there is no limit
 * @param attributes names of the event attributes that the rule reads of events matched earlier; empty: all of them
 */
public record Sequence(List<Step> steps, SkipStrategy skip, long withinMillis, Optional<Set<String>> attributes) {

    public Sequence {
        steps = List.copyOf(steps);
        requireNonNull(skip, "skip");
        requireNonNull(attributes, "attributes");
    }

    /** Whether partial matches of one can be gone on with by the other. */
    public boolean hasSameShape(Sequence other) {
        if (steps.size() != other.steps.size() || !skip.equals(other.skip)) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).hasSameShape(other.steps.get(i))) {
                return false;
            }
        }
        return true;
    }
}
