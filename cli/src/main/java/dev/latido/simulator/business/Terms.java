package dev.latido.simulator.business;

/**
 * A subscription as it stands at one moment. Times are milliseconds since 1970-01-01 UTC.
 *
 * @param cancelAtPeriodEnd whether it is going to end
 */
public record Terms(
        Offer offer,
        boolean annual,
        Currency currency,
        Status status,
        boolean cancelAtPeriodEnd,
        long created,
        long periodStart,
        long periodEnd) {

    private static final int MONTH_DAYS = 30;
    private static final int YEAR_DAYS = 365;

    /** The states of a subscription that occur here. */
    public enum Status {
        TRIALING,
        ACTIVE,
        PAST_DUE,
        CANCELED
    }

    static long periodMillis(boolean annual) {
        return (annual ? YEAR_DAYS : MONTH_DAYS) * Day.MILLIS;
    }

    /** What is charged per period without a discount, in the currency's smallest unit. */
    public long amount() {
        return amount(100);
    }

    long amount(int percent) {
        return currency.of(offer.cents(annual) * percent / 100);
    }

    Terms status(Status changed) {
        return new Terms(offer, annual, currency, changed, cancelAtPeriodEnd, created, periodStart, periodEnd);
    }

    Terms offer(Offer changed) {
        return new Terms(changed, annual, currency, status, cancelAtPeriodEnd, created, periodStart, periodEnd);
    }

    Terms cancelAtPeriodEnd(boolean changed) {
        return new Terms(offer, annual, currency, status, changed, created, periodStart, periodEnd);
    }

    Terms nextPeriod() {
        long end = periodEnd + periodMillis(annual);
        return new Terms(offer, annual, currency, status, cancelAtPeriodEnd, created, periodEnd, end);
    }
}
