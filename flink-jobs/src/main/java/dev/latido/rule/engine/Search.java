package dev.latido.rule.engine;

import dev.latido.rule.Occurrence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets partial matches meet an event, as Flink CEP's NFA does it: each takes every way that is open to it. */
final class Search {

    private static final Partial[] NONE = {};

    private final Plan plan;
    private final Tracer tracer;
    private final Answers answers;
    private final EventKeeper keeper;

    /** What waits after the event. */
    private final List<Partial> next = new ArrayList<>();

    private final int[] ahead;
    private boolean changed;
    private boolean tookEvent;

    /** Of the partial match at hand. */
    private int outcomes;

    private boolean stopped;

    Search(Plan plan, Tracer tracer) {
        this.plan = plan;
        this.tracer = tracer;
        answers = new Answers(plan, tracer);
        keeper = new EventKeeper(plan.sequence());
        ahead = new int[1 + plan.automaton().transitions()];
    }

    /**
     * Lets all meet the event. What it completes is held in {@code matches}.
     *
     * @param starting whether a new match may begin
     * @return whether anything has changed
     */
    boolean meet(PartialMatches matches, Occurrence now, boolean starting) {
        changed = false;
        tookEvent = false;
        long kind = Question.bit(now.event().kind());
        for (Partial partial : matches.waiting()) {
            if ((plan.awaited(partial.state()) & kind) == 0) {
                next.add(partial);
            } else {
                meet(matches, now, partial);
            }
        }
        if (starting) {
            explore(matches, now, Automaton.START, null);
        }
        if (changed) {
            matches.become(next.toArray(NONE), plan);
            keeper.forget();
        }
        next.clear();
        answers.forget();
        return changed;
    }

    private void meet(PartialMatches matches, Occurrence now, Partial partial) {
        int before = next.size();
        stopped = false;
        outcomes = 0;
        explore(matches, now, partial.state(), partial);
        if (stopped) {
            next.subList(before, next.size()).clear();
        } else if (outcomes == 0) {
            changed = true;
            tracer.broken(partial, now);
        }
    }

    private void explore(PartialMatches matches, Occurrence now, int start, @Nullable Partial partial) {
        Link last = partial == null ? null : partial.last();
        answers.about(now, last);
        int depth = 0;
        ahead[depth++] = start;
        while (depth > 0) {
            List<Transition> transitions = plan.transitions(ahead[--depth]);
            for (int i = 0; i < transitions.size(); i++) {
                Transition transition = transitions.get(i);
                if (transition.guard().holds(answers)) {
                    switch (transition.action()) {
                        case PROCEED -> ahead[depth++] = transition.target();
                        case IGNORE -> ignore(matches, transition, partial);
                        case TAKE -> take(matches, now, transition, last);
                    }
                }
            }
        }
    }

    private void ignore(PartialMatches matches, Transition transition, @Nullable Partial partial) {
        if (partial == null) {
            return;
        }
        if (transition.target() == partial.state()) {
            next.add(partial);
            outcomes++;
        } else {
            arrive(matches, transition.target(), partial.last());
        }
    }

    private void take(PartialMatches matches, Occurrence now, Transition transition, @Nullable Link last) {
        int step = transition.step();
        if (plan.type(transition.target()) == AutomatonState.Type.STOP) {
            stopped = true;
            changed = true;
            tracer.ended(last, step, now);
            return;
        }
        if (!tookEvent) {
            tookEvent = true;
            matches.tookEvent();
        }
        Link link = new Link(keeper.keep(now, step), matches.latestOrder(), step, last);
        matches.tookLink();
        tracer.moved(link, now);
        arrive(matches, transition.target(), link);
        if (canEnd(transition.target())) {
            matches.hold(link);
        }
    }

    private void arrive(PartialMatches matches, int target, Link link) {
        changed = true;
        outcomes++;
        if (plan.type(target) == AutomatonState.Type.FINAL) {
            matches.hold(link);
        } else {
            next.add(new Partial(target, link));
        }
    }

    /** Whether a match that has come to the state is whole without another event. */
    private boolean canEnd(int state) {
        for (Transition transition : plan.transitions(state)) {
            if (transition.action() == Transition.Action.PROCEED
                    && transition.guard().holds(answers)
                    && (plan.type(transition.target()) == AutomatonState.Type.FINAL || canEnd(transition.target()))) {
                return true;
            }
        }
        return false;
    }
}
