package dev.latido.explanation;

import static java.util.Objects.requireNonNull;

import dev.latido.event.CustomerEvent;
import java.util.List;

/** How the search for a match came to its end, and when: milliseconds since 1970-01-01 UTC. */
public sealed interface Ending {

    long at();

    /** The time was up. */
    record TimedOut(long at) implements Ending {}

    /**
     * An event came that must not come.
     *
     * @param step the negated step
     */
    record Forbidden(long at, String step, CustomerEvent event) implements Ending {
        public Forbidden {
            requireNonNull(step, "step");
            requireNonNull(event, "event");
        }
    }

    /**
     * The very next event had to be one of a step, and was another.
     *
     * @param awaited the steps
     */
    record Broken(long at, List<String> awaited, CustomerEvent event) implements Ending {
        public Broken {
            awaited = List.copyOf(awaited);
            requireNonNull(event, "event");
        }
    }
}
