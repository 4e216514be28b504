package dev.latido.simulator;

/**
 * How badly the tools deliver: each share is of all records that would be delivered once and well.
 *
 * @param slow delivered one to five seconds after it happened, and so often out of order; all others within a second
 * @param late sent by somebody who was offline, or by a tool that had to try again: two minutes to twelve hours after
 * @param duplicated delivered a second time, the same bytes, within five minutes
 * @param broken delivered a second time as well, but with a defect: cut off, without a customer, of a wrong type or
 *     with an absurd time; the good record is never missing
 */
public record DeliveryShares(double slow, double late, double duplicated, double broken) {

    /** The shares that hold in every simulation. */
    public static final DeliveryShares STATED = new DeliveryShares(0.1, 0.005, 0.01, 0.0005);
}
