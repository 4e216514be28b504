package dev.latido.explanation;

import dev.latido.rule.Match;
import dev.latido.rule.Sequence;
import dev.latido.rule.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The beginning of a match that came further than all others, and what became of it. */
public final class Furthest {

    private final Match match;
    private final Refusals refusals = new Refusals();
    private @Nullable Ending ending;

    Furthest(Match match) {
        this.match = match;
    }

    /** The events that were taken. */
    public Match match() {
        return match;
    }

    /** The events that were refused when they could have been next. */
    public Refusals refusals() {
        return refusals;
    }

    /** Null while it waits. */
    public @Nullable Ending ending() {
        return ending;
    }

    void end(Ending how) {
        ending = how;
    }

    boolean isAsFarAs(Furthest other, Sequence sequence) {
        int reached = reached(sequence) - other.reached(sequence);
        return reached > 0 || (reached == 0 && events() >= other.events());
    }

    private int events() {
        return match.steps().stream().mapToInt(step -> step.events().size()).sum();
    }

    /** Number of the last step that has an event. */
    private int reached(Sequence sequence) {
        int reached = -1;
        for (int i = 0; i < sequence.steps().size(); i++) {
            if (!match.of(sequence.steps().get(i).name()).isEmpty()) {
                reached = i;
            }
        }
        return reached;
    }

    /** The steps of which the next event could have been. */
    public List<Step> awaited(Sequence sequence) {
        int reached = reached(sequence);
        List<Step> awaited = new ArrayList<>();
        Step last = sequence.steps().get(reached);
        int taken = match.of(last.name()).size();
        if (taken < last.times().most()) {
            awaited.add(last);
        }
        boolean more = taken >= last.times().least();
        for (int i = reached + 1; more && i < sequence.steps().size(); i++) {
            Step step = sequence.steps().get(i);
            if (!step.negated()) {
                awaited.add(step);
                more = step.optional();
            }
        }
        return awaited;
    }

    /** Whether all its events are there. */
    public boolean isWhole(Sequence sequence) {
        return awaited(sequence).stream().noneMatch(step -> !step.optional() && isLacking(step));
    }

    private boolean isLacking(Step step) {
        return match.of(step.name()).size() < step.times().least();
    }
}
