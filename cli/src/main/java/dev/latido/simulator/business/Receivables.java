package dev.latido.simulator.business;

import org.jspecify.annotations.Nullable;

/** What an account owes: its invoices, how they are collected, and what is given back. */
final class Receivables {

    static final long NEVER = Long.MAX_VALUE;

    private static final double REFUND_SHARE = 0.006;

    private final Wallet wallet;
    private final Satisfaction satisfaction;
    private final Chance chance;
    private final Journal journal;

    private @Nullable Invoice due;
    private @Nullable Invoice refundable;
    private int invoices;
    private long retryAt = NEVER;
    private long refundAt = NEVER;

    /** What came of an attempt to collect. */
    enum Outcome {
        PAID,
        /** It will be tried again. */
        FAILED,
        /** It will not be tried again. */
        LOST
    }

    Receivables(Wallet wallet, Satisfaction satisfaction, Chance chance, Journal journal) {
        this.wallet = wallet;
        this.satisfaction = satisfaction;
        this.chance = chance;
        this.journal = journal;
    }

    Outcome charge(long at, long amount, Terms terms) {
        return collect(at, new Invoice(++invoices, amount, at, 0, 0), terms);
    }

    boolean isOpen() {
        return due != null;
    }

    /** The next moment at which something is to be tried or given back; {@link #NEVER} where there is none. */
    long next() {
        return Math.min(retryAt, refundAt);
    }

    /** What was to be done at that moment; the outcome of an attempt, or paid where there was none. */
    Outcome meet(long at, Terms terms) {
        Invoice open = due;
        if (at == retryAt && open != null) {
            return collect(at, open, terms);
        }
        refundAt = NEVER;
        journal.billing(BillingFact.Type.CHARGE_REFUNDED, at, terms, null, refundable);
        return Outcome.PAID;
    }

    /** The daily chance that collecting comes to nothing. */
    double hazard() {
        return due == null ? 0 : wallet.hazard(due.attempts(), satisfaction.now());
    }

    private Outcome collect(long at, Invoice invoice, Terms terms) {
        boolean paid = wallet.pays(at, invoice.attempts(), satisfaction.now(), chance);
        retryAt = paid ? NEVER : wallet.nextAttempt(at, invoice.attempts() + 1);
        Invoice tried = invoice.tried(retryAt == NEVER ? 0 : retryAt);
        if (paid) {
            return paid(at, tried, terms);
        }
        due = tried;
        satisfaction.shock(-0.12);
        journal.billing(BillingFact.Type.CHARGE_FAILED, at, terms, null, tried);
        journal.billing(BillingFact.Type.INVOICE_PAYMENT_FAILED, at + 1_000, terms, null, tried);
        return retryAt == NEVER ? Outcome.LOST : Outcome.FAILED;
    }

    private Outcome paid(long at, Invoice invoice, Terms terms) {
        due = null;
        journal.billing(BillingFact.Type.CHARGE_SUCCEEDED, at, terms, null, invoice);
        journal.billing(BillingFact.Type.INVOICE_PAID, at + 1_000, terms, null, invoice);
        if (chance.happens(REFUND_SHARE)) {
            refundable = invoice;
            refundAt = at + Day.MILLIS;
        }
        return Outcome.PAID;
    }
}
