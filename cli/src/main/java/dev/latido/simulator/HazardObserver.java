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
     * @param hazard how fast the customer is being lost, per day, as known at the start of the day: the probability
     *     that it decides to leave, and that of a trial or a collection that fails, spread over the days until it does;
     *     with a cancellation ahead, one over the days that are left
     */
    void observe(String customer, Instant day, double hazard);
}
