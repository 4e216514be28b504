package dev.latido.rule.engine;

import dev.latido.rule.Condition;
import dev.latido.rule.Match;
import dev.latido.rule.Occurrence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a trace what happens, in its words; does nothing where there is none. */
final class Tracer {

    private final @Nullable MatchTrace trace;
    private final Plan plan;

    Tracer(@Nullable MatchTrace trace, Plan plan) {
        this.trace = trace;
        this.plan = plan;
    }

    boolean isOn() {
        return trace != null;
    }

    void moved(Link link, Occurrence now) {
        if (trace != null) {
            trace.moved(match(link), name(link.step()), now);
        }
    }

    void refused(int question, @Nullable Link soFar, Condition condition, Occurrence now) {
        int step = question / 2;
        if (trace != null && question == Automaton.stepQuestion(step) && !plan.isNegated(step)) {
            trace.refused(match(soFar), name(step), condition, now);
        }
    }

    void ended(@Nullable Link last, int step, Occurrence now) {
        if (trace != null) {
            trace.ended(match(last), name(step), now);
        }
    }

    void broken(Partial partial, Occurrence now) {
        if (trace != null) {
            trace.broken(match(partial.last()), plan.awaitedSteps(partial.state()), now);
        }
    }

    void timedOut(Partial partial, Match match, long at) {
        if (trace != null) {
            trace.timedOut(match, plan.awaitedSteps(partial.state()), at);
        }
    }

    void pruned(List<Link> dropped, Match match, long at) {
        if (trace != null) {
            for (Link link : dropped) {
                trace.pruned(match(link), match, at);
            }
        }
    }

    private Match match(@Nullable Link last) {
        return plan.match(last);
    }

    private String name(int step) {
        return plan.names().get(step);
    }
}
