package dev.latido.feature;

import static dev.latido.state.StateReader.NEVER;

import dev.latido.event.CustomerEvent;
import dev.latido.memory.DayCounts;
import dev.latido.memory.UtcDay;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import org.jspecify.annotations.Nullable;

/** What a customer paid, could not pay, and changed about its plan, by day. */
public final class BillingHistory {

    private static final int QUARTER_DAYS = 90;
    private static final int YEAR_DAYS = 365;
    private static final int MONTHS = 12;
    private static final double DAYS_PER_MONTH = 365.25 / MONTHS;

    /** A payment may be so much late before its month counts as one without. */
    private static final int GRACE_DAYS = 3;

    private static final int NO_DAY = 0;

    private static final double CENTS = 100;

    /** Hundredths paid, less what was given back. */
    private DayCounts paid = new DayCounts(YEAR_DAYS);

    /** The first day on which money moved, however long ago. */
    private int firstPaidOn = NO_DAY;

    private DayCounts recoveries = new DayCounts(QUARTER_DAYS);
    private DayCounts upgrades = new DayCounts(QUARTER_DAYS);
    private DayCounts downgrades = new DayCounts(QUARTER_DAYS);
    private long paidAt = NEVER;
    /** The latest payment that failed, for the first time or again, or invoice that became overdue. */
    private long missedAt = NEVER;

    private long trialHeardAt = NEVER;
    private boolean trial;

    void heard(CustomerEvent event, int today) {
        long at = event.at().toEpochMilli();
        int day = UtcDay.of(at);
        switch (event.kind()) {
            case PAYMENT_SUCCEEDED -> paid(event.amountCents(), at, today);
            case REFUNDED -> moved(-event.amountCents(), day, today);
            case PAYMENT_FAILED, PAYMENT_RETRY_FAILED, INVOICE_OVERDUE -> missedAt = Math.max(missedAt, at);
            case SUBSCRIPTION_UPGRADED -> upgrades.add(day, 1, today);
            case SUBSCRIPTION_DOWNGRADED -> downgrades.add(day, 1, today);
            default -> {}
        }
        trial(event, at);
    }

    private void paid(long cents, long at, int today) {
        int day = UtcDay.of(at);
        if (isUnpaid() && at > missedAt) {
            recoveries.add(day, 1, today);
        }
        paidAt = Math.max(paidAt, at);
        moved(cents, day, today);
    }

    /** An invoice over nothing, as trials begin with, says nothing about money. */
    private void moved(long cents, int day, int today) {
        if (cents != 0) {
            paid.add(day, cents, today);
            firstPaidOn = firstPaidOn == NO_DAY ? day : Math.min(firstPaidOn, day);
        }
    }

    /** A trial shows in the status of the subscription; who is asked for money is on none. */
    private void trial(CustomerEvent event, long at) {
        @Nullable String status = event.attributes().get("status");
        boolean charged = event.amountCents() > 0;
        switch (event.kind()) {
            case SUBSCRIPTION_STARTED -> trial(at, "trialing".equals(status));
            case TRIAL_ENDING -> trial(at, true);
            case SUBSCRIPTION_CANCELLED -> trial(at, false);
            case SUBSCRIPTION_UPGRADED, SUBSCRIPTION_DOWNGRADED, CANCELLATION_SCHEDULED, CANCELLATION_WITHDRAWN -> {
                if (status != null) {
                    trial(at, status.equals("trialing"));
                }
            }
            case PAYMENT_SUCCEEDED, PAYMENT_FAILED, PAYMENT_RETRY_FAILED, INVOICE_OVERDUE -> {
                if (charged) {
                    trial(at, false);
                }
            }
            default -> {}
        }
    }

    private void trial(long at, boolean onTrial) {
        if (at >= trialHeardAt) {
            trialHeardAt = at;
            trial = onTrial;
        }
    }

    void advance(int today) {
        paid.advance(today);
        recoveries.advance(today);
        upgrades.advance(today);
        downgrades.advance(today);
    }

    /** Whether the latest attempt to collect, or invoice that became overdue, is later than the latest payment. */
    public boolean isUnpaid() {
        return missedAt != NEVER && missedAt > paidAt;
    }

    /**
     * What was paid in the last 365 days, less refunds, per month since the first payment ever, 12 at most; in whole units
     * of the currency. A month begins with its payment, or three days after it would have been due, so that a monthly payer
     * has the monthly price. Whoever pays by the year comes down to it in the course of the first one. NaN without a payment.
     */
    public double monthlyRevenue(int today) {
        if (paid.isEmpty()) {
            return Double.NaN;
        }
        int last = paid.lastDay();
        long withPayment = Math.round((last - firstPaidOn) / DAYS_PER_MONTH) + 1;
        long without = Math.max(0, (long) ((today - last - GRACE_DAYS) / DAYS_PER_MONTH));
        return paid.total() / CENTS / Math.min(MONTHS, withPayment + without);
    }

    /** Payments of the last 90 days that succeeded after one had failed. */
    public long recoveries() {
        return recoveries.total();
    }

    /** Of the last 90 days. */
    public long upgrades() {
        return upgrades.total();
    }

    /** Of the last 90 days. */
    public long downgrades() {
        return downgrades.total();
    }

    /** 1 on trial, 0 not on trial, NaN while nothing says so. */
    public float trial() {
        return trialHeardAt == NEVER ? Float.NaN : trial ? 1 : 0;
    }

    void write(StateWriter out) {
        paid.write(out);
        out.number(firstPaidOn);
        recoveries.write(out);
        upgrades.write(out);
        downgrades.write(out);
        out.instant(paidAt).instant(missedAt).instant(trialHeardAt).flag(trial);
    }

    static BillingHistory read(StateReader in) {
        BillingHistory read = new BillingHistory();
        read.paid = DayCounts.read(YEAR_DAYS, in);
        read.firstPaidOn = Math.toIntExact(in.number());
        read.recoveries = DayCounts.read(QUARTER_DAYS, in);
        read.upgrades = DayCounts.read(QUARTER_DAYS, in);
        read.downgrades = DayCounts.read(QUARTER_DAYS, in);
        read.paidAt = in.instant();
        read.missedAt = in.instant();
        read.trialHeardAt = in.instant();
        read.trial = in.flag();
        return read;
    }
}
