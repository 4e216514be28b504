package dev.latido.watch.history;

/** Hours and days of event time, counted from 1970-01-01 UTC. */
public final class Hours {

    public static final int PER_DAY = 24;
    public static final int PER_WEEK = 7 * PER_DAY;

    public static final long MILLIS = 3_600_000;

    private Hours() {}

    /** The day that the hour belongs to. */
    public static long day(long hour) {
        return Math.floorDiv(hour, PER_DAY);
    }

    public static boolean startsDay(long hour) {
        return Math.floorMod(hour, PER_DAY) == 0;
    }
}
