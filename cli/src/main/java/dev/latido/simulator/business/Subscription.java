package dev.latido.simulator.business;

import dev.latido.simulator.business.Receivables.Outcome;
import dev.latido.simulator.business.Terms.Status;
import org.jspecify.annotations.Nullable;

/** An account's subscription: its trial, its periods, its changes, and its end. */
final class Subscription {

    static final long TRIAL_MILLIS = 14 * Day.MILLIS;

    private static final long NEVER = Receivables.NEVER;
    private static final long NOTICE_MILLIS = 3 * Day.MILLIS;
    private static final long DISCOUNT_MILLIS = 90 * Day.MILLIS;
    private static final int DISCOUNTED_PERCENT = 75;
    private static final double PRICE_FORGOTTEN_DAYS = 30;

    private final Receivables receivables;
    private final Satisfaction satisfaction;
    private final double priceSensitivity;
    private final Journal journal;

    private Terms terms;
    private long noticeAt = NEVER;
    private long discountEnds = NEVER;
    private long priceRose = NEVER;
    private boolean converts = true;
    private ChurnCause leaving = ChurnCause.PRICE;
    private @Nullable Ending ending;

    /** When and why a subscription ended. */
    record Ending(long at, ChurnCause cause) {}

    Subscription(
            Terms terms, double priceSensitivity, Receivables receivables, Satisfaction satisfaction, Journal journal) {
        this.terms = terms;
        this.priceSensitivity = priceSensitivity;
        this.receivables = receivables;
        this.satisfaction = satisfaction;
        this.journal = journal;
    }

    /** Gives the discount that new accounts have in their first months, as far as it has not run out by then. */
    void grantDiscount(long now) {
        long ends = terms.created() + DISCOUNT_MILLIS;
        discountEnds = ends > now ? ends : NEVER;
    }

    /** A new account's first moment. */
    void begin() {
        journal.billing(BillingFact.Type.CUSTOMER_CREATED, terms.created(), terms);
        journal.billing(BillingFact.Type.SUBSCRIPTION_CREATED, terms.created(), terms);
        if (terms.status() == Status.TRIALING) {
            noticeAt = terms.periodEnd() - NOTICE_MILLIS;
        } else {
            charge(terms.created());
        }
    }

    /** What comes due before a moment. */
    void advance(long until) {
        while (ending == null) {
            long next = Math.min(Math.min(terms.periodEnd(), receivables.next()), Math.min(noticeAt, discountEnds));
            if (next >= until) {
                return;
            }
            meet(next);
        }
    }

    Terms terms() {
        return terms;
    }

    @Nullable
    Ending ending() {
        return ending;
    }

    /** Whether a trial, when it runs out, becomes a paid subscription; and if not, why. */
    void decideOnTrial(boolean willConvert, ChurnCause otherwise) {
        converts = willConvert;
        if (!terms.cancelAtPeriodEnd()) {
            leaving = otherwise;
        }
    }

    /** The daily chance that it ends because collecting comes to nothing. */
    double unpaidHazard() {
        return receivables.hazard();
    }

    /** How much a rise of the price is felt: up to 1 just after it, 0 before it and long after. */
    double priceShock(long at) {
        double days = (double) (at - priceRose) / Day.MILLIS;
        return days < 0 ? 0 : priceSensitivity * StrictMath.exp(-days / PRICE_FORGOTTEN_DAYS);
    }

    void change(Offer offer, long at) {
        update(terms.offer(offer), at);
    }

    void scheduleCancellation(long at, ChurnCause cause) {
        leaving = cause;
        update(terms.cancelAtPeriodEnd(true), at);
    }

    void withdrawCancellation(long at) {
        update(terms.cancelAtPeriodEnd(false), at);
    }

    void end(long at, ChurnCause cause) {
        terms = terms.status(Status.CANCELED);
        ending = new Ending(at, cause);
        journal.billing(BillingFact.Type.SUBSCRIPTION_DELETED, at, terms);
        journal.closeAfter(at);
    }

    private void meet(long at) {
        if (at == terms.periodEnd()) {
            renew(at);
        } else if (at == noticeAt) {
            noticeAt = NEVER;
            journal.billing(BillingFact.Type.TRIAL_WILL_END, at, terms);
        } else if (at == discountEnds) {
            endDiscount(at);
        } else {
            settle(at, receivables.meet(at, terms));
        }
    }

    private void renew(long at) {
        if (terms.cancelAtPeriodEnd() || (terms.status() == Status.TRIALING && !converts)) {
            end(at, leaving);
            return;
        }
        update(terms.nextPeriod().status(receivables.isOpen() ? Status.PAST_DUE : Status.ACTIVE), at);
        if (!receivables.isOpen()) {
            charge(at);
        }
    }

    private void charge(long at) {
        int percent = discountEnds == NEVER ? 100 : DISCOUNTED_PERCENT;
        settle(at, receivables.charge(at, terms.amount(percent), terms));
    }

    private void settle(long at, Outcome outcome) {
        if (outcome == Outcome.LOST) {
            end(at + 2_000, ChurnCause.UNPAID);
            return;
        }
        Status status = receivables.isOpen() ? Status.PAST_DUE : Status.ACTIVE;
        if (status != terms.status()) {
            update(terms.status(status), at + 1_000);
        }
    }

    private void endDiscount(long at) {
        satisfaction.shock(-0.5 * priceSensitivity);
        journal.billing(BillingFact.Type.DISCOUNT_DELETED, at, terms);
        discountEnds = NEVER;
        priceRose = at;
    }

    private void update(Terms changed, long at) {
        Terms before = terms;
        terms = changed;
        journal.billing(BillingFact.Type.SUBSCRIPTION_UPDATED, at, changed, before, null);
    }
}
