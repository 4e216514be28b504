package dev.latido.simulator.business;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * One day of the simulation: 24 hours from its start.
 *
 * @param number from 0
 * @param start milliseconds since 1970-01-01 UTC
 * @param weekday that of the start, UTC
 * @param incident how badly the product was disturbed that day, for everybody: 0 on most days, at most 1
 */
public record Day(int number, long start, DayOfWeek weekday, double incident) {

    public static final long MILLIS = 24 * 3_600_000L;

    private static final double INCIDENT_SHARE = 0.04;

    /** The day of that number in a world; incidents belong to the world, not to a customer. */
    public static Day of(long seed, long worldStart, int number) {
        long start = worldStart + number * MILLIS;
        long weather = Chance.mix(seed, ~number);
        double incident =
                Chance.fraction(weather) < INCIDENT_SHARE ? 0.3 + 0.7 * Chance.fraction(Chance.mix(weather, 1)) : 0;
        DayOfWeek weekday =
                Instant.ofEpochMilli(start).atZone(ZoneOffset.UTC).toLocalDate().getDayOfWeek();
        return new Day(number, start, weekday, incident);
    }

    public long end() {
        return start + MILLIS;
    }

    public boolean isWeekend() {
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    }

    /** The moment of this day at which a UTC clock shows that many milliseconds since midnight. */
    long atClock(long millisOfDay) {
        return start + Math.floorMod(millisOfDay - start, MILLIS);
    }
}
