package dev.latido.simulator.business;

import java.util.List;

/**
 * What an account is like and stays like.
 *
 * @param light whether it is a steady light user
 * @param fit how satisfied it is in the long run; 0 is indifferent
 * @param weeklySessions of all its people in an ordinary week, once the product is in use
 * @param pace how long its sessions are, against the average
 * @param curiosity how fast it takes up features, against the average
 * @param ticketsPerDay while indifferent
 * @param paymentRisk the probability that an ordinary charge fails
 * @param priceSensitivity 0 to 1
 * @param utcOffset hours that its clocks are ahead of UTC
 */
record Traits(
        boolean light,
        double fit,
        double weeklySessions,
        double pace,
        double curiosity,
        double ticketsPerDay,
        double paymentRisk,
        double priceSensitivity,
        int utcOffset) {

    private static final List<Integer> UTC_OFFSETS = List.of(-8, -6, -5, 0, 1, 2, 8, 9);
    private static final double LIGHT_SHARE = 0.2;
    private static final double LIGHT_WEEKLY_SESSIONS = 3;

    static Traits draw(Chance chance, int seats) {
        boolean light = chance.happens(LIGHT_SHARE);
        double fit = 0.4 + 0.85 * chance.normal();
        double busy = 2.5 + chance.around(1.9, 0.45) * seats;
        return new Traits(
                light,
                light ? Math.max(fit, 0.2) : fit,
                light ? LIGHT_WEEKLY_SESSIONS : busy,
                chance.around(1, 0.45),
                chance.around(1, 0.4),
                chance.around(0.016, 0.7) * StrictMath.sqrt(seats),
                Math.min(0.2, chance.around(0.022, 0.8)),
                chance.unit(),
                chance.pick(UTC_OFFSETS, 15, 12, 22, 12, 22, 6, 5, 6));
    }
}
