package dev.latido.connector.scan;

/** Finds where records end, in pieces as they are read; a line feed inside quotes is part of a CSV row. */
public final class RowBoundary {

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final boolean csv;
    private State state = State.FIELD_START;

    private RowBoundary(boolean csv) {
        this.csv = csv;
    }

    /** Every line feed ends a record. */
    public static RowBoundary ofLines() {
        return new RowBoundary(false);
    }

    /** A line feed ends a record unless it stands in a quoted field. */
    public static RowBoundary ofCsv() {
        return new RowBoundary(true);
    }

    /** Index of the line feed that ends the record, or -1 when it goes on behind {@code to}; the next call goes on there. */
    public int find(byte[] in, int from, int to) {
        return csv ? findRowEnd(in, from, to) : findLineFeed(in, from, to);
    }

    private int findRowEnd(byte[] in, int from, int to) {
        for (int i = from; i < to; i++) {
            byte next = in[i];
            if (next == '\n' && state != State.QUOTED) {
                state = State.FIELD_START;
                return i;
            }
            state = after(next);
        }
        return -1;
    }

    private State after(byte next) {
        if (next == '"') {
            return switch (state) {
                case FIELD_START, QUOTE_IN_QUOTED -> State.QUOTED;
                case QUOTED -> State.QUOTE_IN_QUOTED;
                case PLAIN -> State.PLAIN;
            };
        }
        if (state == State.QUOTED) {
            return State.QUOTED;
        }
        return next == ',' ? State.FIELD_START : State.PLAIN;
    }

    private static int findLineFeed(byte[] in, int from, int to) {
        int at = from;
        while (at < to && in[at] != '\n') {
            at++;
        }
        return at < to ? at : -1;
    }
}
