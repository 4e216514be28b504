package dev.latido.simulator.business;

/**
 * A question or complaint of an account, with the course that it will take. Times are milliseconds since 1970-01-01
 * UTC.
 *
 * @param rated when the requester rates the answer; {@link Long#MAX_VALUE} for never
 */
public record Ticket(long id, Member requester, Priority priority, long opened, long takenUp, long solved, long rated) {

    /** How urgent it is. */
    public enum Priority {
        LOW,
        NORMAL,
        HIGH,
        URGENT
    }

    /** Days from opening to solution. */
    double days() {
        return (double) (solved - opened) / Day.MILLIS;
    }

    boolean isDone(long at) {
        return solved < at && (rated < at || rated == Long.MAX_VALUE);
    }
}
