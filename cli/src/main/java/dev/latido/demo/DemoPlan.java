package dev.latido.demo;

import dev.latido.simulator.Simulation;
import dev.latido.simulator.SimulationPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What to play.
 *
 * @param simulation the business; its last day ends with the last midnight (UTC) before the demo
 * @param duration wall-clock time in which it is played
 */
public record DemoPlan(SimulationPlan simulation, Duration duration) {

    public static final Duration LONGEST = Duration.ofHours(24);

    public DemoPlan {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("--duration must be from 1s to 24h, was " + duration.toSeconds() + "s");
        }
    }

    /** The last whole days before now. */
    public static DemoPlan endingAt(Instant now, int customers, int days, long seed, Duration duration) {
        Instant start = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(Math.max(0, days)));
        return new DemoPlan(new SimulationPlan(customers, days, seed, start), duration);
    }

    Simulation simulate() {
        return Simulation.of(simulation);
    }

    Instant start() {
        return simulation.start();
    }

    /** Length of the simulated time. */
    Duration simulated() {
        return Duration.ofDays(simulation.days());
    }

    /** Nanoseconds after the start of playing at which something is due that was delivered at the given instant. */
    long dueNanos(Instant deliveredAt) {
        double share = (double) Duration.between(start(), deliveredAt).toMillis()
                / simulated().toMillis();
        return (long) (duration.toNanos() * Math.max(0, Math.min(1, share)));
    }

    /** Simulated time that passes in a wall-clock time. */
    Duration simulatedIn(Duration wallClock) {
        return Duration.ofMillis((long) ((double) simulated().toMillis() / duration.toMillis() * wallClock.toMillis()));
    }
}
