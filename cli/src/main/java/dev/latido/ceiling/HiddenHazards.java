package dev.latido.ceiling;

import dev.latido.simulator.HazardObserver;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The hidden hazards of one day. */
final class HiddenHazards implements HazardObserver {

    private final Instant day;
    private final Map<String, Double> byCustomer = new HashMap<>();

    /** @param day its start */
    HiddenHazards(Instant day) {
        this.day = day;
    }

    @Override
    public void observe(String customer, Instant start, double hazard) {
        if (start.equals(day)) {
            byCustomer.put(customer, hazard);
        }
    }

    /**
     * The hazard of a customer on that day, per day.
     *
     * @throws IllegalArgumentException when the customer did not live on it
     */
    double of(String customer) {
        Double hazard = byCustomer.get(customer);
        if (hazard == null) {
            throw new IllegalArgumentException(customer + " did not live on " + day);
        }
        return hazard;
    }
}
