package dev.latido.rule.engine;

import java.util.List;

/** Where a partial match can stand. */
record AutomatonState(Type type, List<Transition> transitions) {

    /** What a state means. */
    enum Type {
        /** Nothing is matched yet. */
        START,
        /** Waits for an event. */
        NORMAL,
        /** Waits for the time to be up, which completes the match. */
        PENDING,
        /** The match is complete. */
        FINAL,
        /** The match has become impossible. */
        STOP
    }

    AutomatonState {
        transitions = List.copyOf(transitions);
    }

    /** A number that tells states apart; written into state, so it never changes. */
    int code() {
        int code = switch (type) {
            case START -> 1;
            case NORMAL -> 2;
            case PENDING -> 3;
            case FINAL -> 4;
            case STOP -> 5;
        };
        for (Transition transition : transitions) {
            code = 31 * code + transition.code();
        }
        return code;
    }
}
