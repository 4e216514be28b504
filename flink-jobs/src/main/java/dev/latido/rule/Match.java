package dev.latido.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Events that match a sequence, or its beginning.
 *
 * @param steps in the order of the rule; steps without events are left out
 */
public record Match(List<MatchedStep> steps) implements MatchedEvents {

    public Match {
        steps = List.copyOf(steps);
    }

    /** The events of one step, oldest first. */
    public record MatchedStep(String name, List<KeptEvent> events) {
        public MatchedStep {
            requireNonNull(name, "name");
            events = List.copyOf(events);
        }
    }

    @Override
    public List<KeptEvent> of(String step) {
        for (MatchedStep matched : steps) {
            if (matched.name().equals(step)) {
                return matched.events();
            }
        }
        return List.of();
    }
}
