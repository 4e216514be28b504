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
}
