package dev.latido.simulator.business;

/** The means an account pays with: a card that expires, or that is refused now and then. */
final class Wallet {

    private static final long NEVER = Long.MAX_VALUE;
    private static final long CARD_LIFE = 900 * Day.MILLIS;
    private static final double EXPIRED_FAILS = 0.6;
    private static final double RETRY_SUCCEEDS = 0.42;

    /** Days from each failed attempt to the next; after the last one the subscription ends. */
    private static final int[] RETRY_DAYS = {3, 5, 7};

    private final double risk;
    private long expires;

    Wallet(double risk, long expires) {
        this.risk = risk;
        this.expires = expires;
    }

    /** Whether a charge goes through after so many failures. */
    boolean pays(long at, int failures, double satisfaction, Chance chance) {
        boolean expired = at >= expires;
        double success = failures > 0 ? retrySucceeds(satisfaction) : 1 - (expired ? EXPIRED_FAILS : risk);
        boolean pays = chance.happens(success);
        if (pays && expired) {
            expires = at + CARD_LIFE;
        }
        return pays;
    }

    /** When it is tried again after that many failures; {@link Long#MAX_VALUE} for never. */
    long nextAttempt(long at, int failures) {
        return failures > RETRY_DAYS.length ? NEVER : at + RETRY_DAYS[failures - 1] * Day.MILLIS;
    }

    /** The chance, spread over the days that are left, that all retries fail. */
    double hazard(int failures, double satisfaction) {
        double failure = 1;
        double days = 0;
        for (int i = failures - 1; i < RETRY_DAYS.length; i++) {
            failure *= 1 - retrySucceeds(satisfaction);
            days += RETRY_DAYS[i];
        }
        return failure / Math.max(1, days);
    }

    private static double retrySucceeds(double satisfaction) {
        return Math.max(0.15, Math.min(0.8, RETRY_SUCCEEDS + 0.12 * satisfaction));
    }
}
