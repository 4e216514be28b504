package dev.latido.rule.engine;

/**
 * A way from one state to another.
 *
 * @param target number of the state it leads to
 * @param step number of the step whose event is taken; {@link #NO_STEP} where none is
 */
record Transition(Action action, int target, int step, Guard guard) {

    static final int NO_STEP = -1;

    /** What becomes of the event. */
    enum Action {
        /** It is kept. */
        TAKE,
        /** It is passed over. */
        IGNORE,
        /** It is looked at again in the other state. */
        PROCEED
    }

    /** A number that tells transitions apart; written into state, so it never changes. */
    int code() {
        int kind = switch (action) {
            case TAKE -> 1;
            case IGNORE -> 2;
            case PROCEED -> 3;
        };
        return 31 * (31 * (31 * kind + target) + step) + guard.code();
    }
}
