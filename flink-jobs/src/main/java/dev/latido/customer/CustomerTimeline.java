package dev.latido.customer;

import dev.latido.event.Arrival;

/** Plays the life of one customer outside a job: arrivals in their order, and what is due between them. */
public final class CustomerTimeline {

    private final Regime regime;
    private final Findings out;
    private Customer customer;

    public CustomerTimeline(String tenantId, String customerId, Regime regime, Findings out) {
        this.regime = regime;
        this.out = out;
        customer = Customer.create(tenantId, customerId);
    }

    /**
     * Applies an arrival after everything due before its place.
     *
     * @return false: a duplicate, nothing changed
     */
    public boolean apply(Arrival arrival) {
        wakeUntil(arrival.place() - 1);
        return customer.apply(arrival, regime, out);
    }

    /** Lets time pass up to an instant, inclusive, in milliseconds since 1970-01-01 UTC. */
    public void until(long instant) {
        wakeUntil(instant);
    }

    private void wakeUntil(long instant) {
        while (customer.wakeAt() <= instant) {
            if (!customer.wake(customer.wakeAt(), regime, out)) {
                customer = Customer.create(customer.tenantId(), customer.customerId());
            }
        }
    }
}
