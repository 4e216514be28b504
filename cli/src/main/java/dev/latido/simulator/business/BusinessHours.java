package dev.latido.simulator.business;

/**
 * The part of a day in which subscriptions begin, end and change: far enough from its start that no session of the day
 * before is still running.
 */
final class BusinessHours {

    private static final long FROM = 4 * 3_600_000L;
    private static final long UNTIL = 22 * 3_600_000L;

    private BusinessHours() {}

    /** A moment of the day, in whole seconds. */
    static long draw(Day day, Chance chance) {
        return day.start() + offset(chance);
    }

    /** Milliseconds after the start of a day, in whole seconds. */
    static long offset(Chance chance) {
        return (long) chance.between(FROM, UNTIL) / 1_000 * 1_000;
    }
}
