package dev.latido.simulator.business;

/**
 * What all accounts of a simulation share.
 *
 * @param start milliseconds since 1970-01-01 UTC
 */
public record World(long seed, long start, int days) {

    public Day day(int number) {
        return Day.of(seed, start, number);
    }

    public long end() {
        return start + days * Day.MILLIS;
    }
}
