package dev.latido.rule.engine;

import java.util.List;

/**
 * The states of a sequence, as Flink CEP compiles them. Their numbers depend on nothing but the sequence's shape.
 *
 * @param states by number; the start is number 0
 */
record Automaton(List<AutomatonState> states) {

    static final int START = 0;

    Automaton {
        states = List.copyOf(states);
    }

    /** The question whether an event is one of a step: of its kinds, and its condition holds. */
    static int stepQuestion(int step) {
        return 2 * step;
    }

    /** The question whether an event ends a step's repetitions. */
    static int untilQuestion(int step) {
        return 2 * step + 1;
    }

    AutomatonState state(int number) {
        return states.get(number);
    }

    /** How many transitions there are. */
    int transitions() {
        return states.stream().mapToInt(state -> state.transitions().size()).sum();
    }

    /** Tells, all but certainly, whether state was written by an automaton like this one: 0 to 65,535. */
    int fingerprint() {
        int hash = 1;
        for (AutomatonState state : states) {
            hash = 31 * hash + state.code();
        }
        return (hash ^ (hash >>> 16)) & 0xFFFF;
    }
}
