package dev.latido.change;

/** What a person wants one thing in the running job to be, from an instant on. */
public interface Change extends Request {

    long AT_ONCE = Long.MIN_VALUE;

    /** Who deletes by a record without a value. */
    String UNKNOWN = "unknown";

    /**
     * Event time from which on it is to hold, milliseconds since 1970-01-01 UTC; {@link #AT_ONCE} for as soon as can be.
     */
    long effectiveAt();

    /**
     * The instant at which it takes effect where it is accepted now: the one that it asks for, or as soon as can be.
     *
     * @param time event time that has been passed on, milliseconds since 1970-01-01 UTC; {@link Long#MIN_VALUE} before all
     */
    default long earliestAfter(long time) {
        return Math.max(time + 1, effectiveAt());
    }
}
