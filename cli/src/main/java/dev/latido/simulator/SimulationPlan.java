package dev.latido.simulator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What to simulate.
 *
 * @param customers how many accounts there will ever be
 * @param days how many times 24 hours
 * @param seed the same seed gives the same bytes
 * @param start when the first day begins; a whole second
 */
public record SimulationPlan(int customers, int days, long seed, Instant start) {

    private static final int MOST_CUSTOMERS = 1_000_000;
    private static final int MOST_DAYS = 3_650;
    private static final Instant EARLIEST = Instant.parse("2001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2080-01-01T00:00:00Z");

    public SimulationPlan {
        requireNonNull(start, "start");
        require(
                customers >= 1 && customers <= MOST_CUSTOMERS,
                "--customers must be from 1 to " + MOST_CUSTOMERS + ", was " + customers);
        require(days >= 1 && days <= MOST_DAYS, "--days must be from 1 to " + MOST_DAYS + ", was " + days);
        require(
                !start.isBefore(EARLIEST)
                        && !start.isAfter(LATEST)
                        && start.equals(start.truncatedTo(ChronoUnit.SECONDS)),
                "--start must be a whole second from " + EARLIEST + " to " + LATEST + ", was " + start);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
