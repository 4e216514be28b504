package dev.latido.rule;

import static java.util.Objects.requireNonNull;

import dev.latido.event.Kind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One step of a sequence.
 *
 * @param name unique within the rule
 * @param negated whether no such event may come: between its neighbours or, as the last step, until the time is up
 * @param kinds kinds of events that can match, at least one
 * @param when what must hold besides; empty where the kind is enough
 * @param contiguity how closely this step follows the one before; without meaning for the first step. A negated step is
 *     {@code NEXT} or {@code FOLLOWED_BY}
 * @param inner how closely the repetitions of this step follow each other
 * @param optional whether the step may be left out
 * @param greedy whether as many repetitions as possible are taken
 * @param until ends the repetitions of an unbounded step
 */
public record Step(
        String name,
        boolean negated,
        Set<Kind> kinds,
        Optional<Condition> when,
        Contiguity contiguity,
        Times times,
        Contiguity inner,
        boolean optional,
        boolean greedy,
        Optional<Condition> until) {

    public Step {
        requireNonNull(name, "name");
        requireNonNull(when, "when");
        requireNonNull(contiguity, "contiguity");
        requireNonNull(times, "times");
        requireNonNull(inner, "inner");
        requireNonNull(until, "until");
        kinds = Set.copyOf(EnumSet.copyOf(kinds));
    }

    /** Whether partial matches of one can be gone on with by the other: all but kinds and conditions are the same. */
    public boolean hasSameShape(Step other) {
        return name.equals(other.name)
                && negated == other.negated
                && contiguity == other.contiguity
                && times.equals(other.times)
                && inner == other.inner
                && optional == other.optional
                && greedy == other.greedy
                && until.isPresent() == other.until.isPresent();
    }
}
