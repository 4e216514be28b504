package dev.latido.memory;

/** Calendar days in UTC, as numbers of days since 1970-01-01. */
public final class UtcDay {

    public static final long MILLIS = 86_400_000;

    private UtcDay() {}

    /** The day of an instant in milliseconds. */
    public static int of(long at) {
        return (int) Math.floorDiv(at, MILLIS);
    }
}
