package dev.latido.simulator;

import java.time.Instant;

/** Is told the truth that no event tells: how likely each customer was to be lost. */
@FunctionalInterface
public interface HazardObserver {

    /** Does not listen. */
    HazardObserver NOBODY = (customer, day, hazard) -> {};

    /**
     * Told for every day that a customer lives, in order of time and then of the customers' numbers.
     *
     * @param day its start
     * @param hazard the probability, known at the start of the day, that the customer decides to leave on it or is
     *     lost on it
     */
    void observe(String customer, Instant day, double hazard);
}
