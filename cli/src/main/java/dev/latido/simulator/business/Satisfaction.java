package dev.latido.simulator.business;

/**
 * How content an account is: a random walk that is drawn back to where the account belongs, with shocks. About -3 to
 * 3. What people do follows it with a lag of about ten days.
 */
final class Satisfaction {

    private static final double PULL = 0.04;
    private static final double STEP = 0.13;
    private static final double LAG_DAYS = 10;
    private static final double BOUND = 3;

    private double now;
    private double felt;

    Satisfaction(double start) {
        now = bounded(start);
        felt = now;
    }

    void drift(double home, Chance chance) {
        now = bounded(now + PULL * (home - now) + STEP * chance.normal());
        felt += (now - felt) / LAG_DAYS;
    }

    /** Something that pleases (positive) or annoys. */
    void shock(double size) {
        now = bounded(now + size);
    }

    double now() {
        return now;
    }

    /** What behaviour shows of it. */
    double felt() {
        return felt;
    }

    private static double bounded(double value) {
        return Math.max(-BOUND, Math.min(BOUND, value));
    }
}
