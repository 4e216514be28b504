package dev.latido.control;

/**
 * Event time while all live input is silent: it goes on from where it stood, as fast as the wall clock that the caller
 * reads.
 */
final class SilenceClock {

    private static final long RUNNING = Long.MIN_VALUE;

    private long silentSince = RUNNING;
    private long stoodAt;

    /** Input has gone silent; event time stands at {@code eventTime} when the wall clock shows {@code wallTime}. */
    void silent(long eventTime, long wallTime) {
        silentSince = wallTime;
        stoodAt = eventTime;
    }

    void active() {
        silentSince = RUNNING;
    }

    boolean isSilent() {
        return silentSince != RUNNING;
    }

    /** Event time when the wall clock shows {@code wallTime}, milliseconds since 1970-01-01 UTC; never goes back. */
    long eventTime(long wallTime) {
        return stoodAt + Math.max(0, wallTime - silentSince);
    }
}
