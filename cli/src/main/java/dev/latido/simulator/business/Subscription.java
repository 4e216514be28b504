package dev.latido.simulator.business;

import dev.latido.simulator.business.Terms.Status;
import org.jspecify.annotations.Nullable;

/** An account's subscription: its trial, its periods, what is collected and what is not, and its end. */
final class Subscription {

    static final long TRIAL_MILLIS = 14 * Day.MILLIS;

    private static final long NEVER = Long.MAX_VALUE;
    private static final long NOTICE_MILLIS = 3 * Day.MILLIS;
    private static final long DISCOUNT_MILLIS = 90 * Day.MILLIS;
    private static final int DISCOUNTED_PERCENT = 75;
    private static final double REFUND_SHARE = 0.006;

    private final Wallet wallet;
    private final Chance chance;
    private final Journal journal;
    private final Satisfaction satisfaction;
    private final double priceSensitivity;

    private Terms terms;
    private @Nullable Invoice due;
    private @Nullable Invoice refundable;
    private int invoices;
    private long noticeAt = NEVER;
    private long retryAt = NEVER;
    private long refundAt = NEVER;
    private long discountEnds = NEVER;
    private long priceRose = NEVER;
    private boolean converts = true;
    private ChurnCause leaving = ChurnCause.PRICE;
    private @Nullable Ending ending;

    /** When and why a subscription ended. */
    record Ending(long at, ChurnCause cause) {}

    Subscription(
            Terms terms,
            double priceSensitivity,
            Wallet wallet,
            Satisfaction satisfaction,
            Chance chance,
            Journal journal) {
        this.terms = terms;
        this.priceSensitivity = priceSensitivity;
        this.wallet = wallet;
        this.satisfaction = satisfaction;
        this.chance = chance;
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
            long next = Math.min(
                    Math.min(terms.periodEnd(), Math.min(noticeAt, retryAt)), Math.min(refundAt, discountEnds));
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
        leaving = otherwise;
    }

    boolean isPaying() {
        return terms.status() == Status.ACTIVE;
    }

    boolean isInDunning() {
        return due != null;
    }

    /** The daily chance that collecting comes to nothing. */
    double unpaidHazard() {
        return due == null ? 0 : wallet.hazard(due.attempts(), satisfaction.now());
    }

    /** How much a rise of the price is felt: up to 1 just after it, 0 before it and long after. */
    double priceShock(long at) {
        double days = (double) (at - priceRose) / Day.MILLIS;
        return days < 0 ? 0 : priceSensitivity * StrictMath.exp(-days / 30);
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
        } else if (at == retryAt) {
            collect(at);
        } else if (at == refundAt) {
            refundAt = NEVER;
            journal.billing(BillingFact.Type.CHARGE_REFUNDED, at, terms, null, refundable);
        } else {
            endDiscount(at);
        }
    }

    private void renew(long at) {
        if (terms.cancelAtPeriodEnd() || (terms.status() == Status.TRIALING && !converts)) {
            end(at, leaving);
            return;
        }
        update(terms.nextPeriod().status(due == null ? Status.ACTIVE : Status.PAST_DUE), at);
        if (due == null) {
            charge(at);
        }
    }

    private void charge(long at) {
        int percent = discountEnds == NEVER ? 100 : DISCOUNTED_PERCENT;
        due = new Invoice(++invoices, terms.amount(percent), at, 0, 0);
        collect(at);
    }

    private void collect(long at) {
        Invoice open = due;
        if (open == null) {
            return;
        }
        retryAt = NEVER;
        boolean paid = wallet.pays(at, open.attempts(), satisfaction.now(), chance);
        long next = paid ? NEVER : wallet.nextAttempt(at, open.attempts() + 1);
        Invoice tried = open.tried(next == NEVER ? 0 : next);
        if (paid) {
            paid(at, tried);
        } else {
            failed(at, tried, next);
        }
    }

    private void paid(long at, Invoice invoice) {
        due = null;
        journal.billing(BillingFact.Type.CHARGE_SUCCEEDED, at, terms, null, invoice);
        journal.billing(BillingFact.Type.INVOICE_PAID, at + 1_000, terms, null, invoice);
        if (terms.status() == Status.PAST_DUE) {
            update(terms.status(Status.ACTIVE), at + 1_000);
        }
        if (chance.happens(REFUND_SHARE)) {
            refundable = invoice;
            refundAt = at + Day.MILLIS;
        }
    }

    private void failed(long at, Invoice invoice, long next) {
        due = invoice;
        retryAt = next;
        satisfaction.shock(-0.12);
        journal.billing(BillingFact.Type.CHARGE_FAILED, at, terms, null, invoice);
        journal.billing(BillingFact.Type.INVOICE_PAYMENT_FAILED, at + 1_000, terms, null, invoice);
        if (next == NEVER) {
            end(at + 2_000, ChurnCause.UNPAID);
        } else if (terms.status() != Status.PAST_DUE) {
            update(terms.status(Status.PAST_DUE), at + 1_000);
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
