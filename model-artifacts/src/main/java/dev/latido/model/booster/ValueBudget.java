package dev.latido.model.booster;

/** How many more values a document may have, so that a small one cannot fill the memory. */
final class ValueBudget {

    private static final int MOST_VALUES = 1_000_000;
    private static final int MOST_DEPTH = 64;

    private int left = MOST_VALUES;

    /** Counts one value at this depth; numbers that are held in a list without an object each need not be counted. */
    void take(int depth) throws UnusableModelException {
        if (depth > MOST_DEPTH) {
            throw new UnusableModelException("The model is nested more than " + MOST_DEPTH + " levels deep.");
        }
        if (--left < 0) {
            throw new UnusableModelException(
                    "The model has more than " + MOST_VALUES + " values besides its lists of numbers.");
        }
    }
}
