package dev.latido.rule.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which transitions one event can meet, seen from a state. */
record Reach(Automaton automaton) {

    /** The state's transitions, and those of the states it proceeds to. */
    private List<Transition> transitions(int state) {
        List<Transition> met = new ArrayList<>();
        Set<Integer> seen = new LinkedHashSet<>(Set.of(state));
        Deque<Integer> ahead = new ArrayDeque<>(seen);
        while (!ahead.isEmpty()) {
            for (Transition transition : automaton.state(ahead.pop()).transitions()) {
                met.add(transition);
                if (transition.action() == Transition.Action.PROCEED && seen.add(transition.target())) {
                    ahead.add(transition.target());
                }
            }
        }
        return met;
    }

    /** The questions that can be asked, one bit for each. */
    long questions(int state) {
        long asked = 0;
        for (Transition transition : transitions(state)) {
            asked |= transition.guard().questions();
        }
        return asked;
    }

    /** The steps for which an event can be taken without ending the match. */
    List<Integer> takes(int state) {
        return transitions(state).stream()
                .filter(transition -> transition.action() == Transition.Action.TAKE)
                .filter(transition -> automaton.state(transition.target()).type() != AutomatonState.Type.STOP)
                .map(Transition::step)
                .distinct()
                .toList();
    }

    /** Whether an event to which every answer is no leaves a partial match in this state just as it is. */
    boolean isStill(int state) {
        List<Transition> passed = new ArrayList<>();
        Deque<Integer> ahead = new ArrayDeque<>(List.of(state));
        while (!ahead.isEmpty()) {
            for (Transition transition : automaton.state(ahead.pop()).transitions()) {
                if (!transition.guard().holds(question -> false)) {
                    continue;
                }
                if (transition.action() == Transition.Action.PROCEED) {
                    ahead.add(transition.target());
                } else {
                    passed.add(transition);
                }
            }
        }
        return passed.size() == 1
                && passed.get(0).action() == Transition.Action.IGNORE
                && passed.get(0).target() == state;
    }
}
