package dev.latido.event;

/** What kind of thing happened. */
public enum Kind {
    LOGIN(Family.ACTIVITY),
    PAGE_VIEW(Family.ACTIVITY),
    FEATURE_USED(Family.ACTIVITY),
    ACTION(Family.ACTIVITY),

    PAYMENT_SUCCEEDED(Family.BILLING),
    /** The first failure of an invoice. */
    PAYMENT_FAILED(Family.BILLING),
    /** A later failure of the same invoice (dunning); without effect on health. */
    PAYMENT_RETRY_FAILED(Family.BILLING),
    INVOICE_OVERDUE(Family.BILLING),
    SUBSCRIPTION_STARTED(Family.BILLING),
    SUBSCRIPTION_UPGRADED(Family.BILLING),
    SUBSCRIPTION_DOWNGRADED(Family.BILLING),
    CANCELLATION_SCHEDULED(Family.BILLING),
    CANCELLATION_WITHDRAWN(Family.BILLING),
    SUBSCRIPTION_CANCELLED(Family.BILLING),
    TRIAL_ENDING(Family.BILLING),
    REFUNDED(Family.BILLING),

    TICKET_OPENED(Family.SUPPORT),
    TICKET_CLOSED(Family.SUPPORT),

    /** Net promoter score: attribute {@code score}, 0 to 10. */
    NPS(Family.FEEDBACK),
    /** Satisfaction: attribute {@code score}, 0 to attribute {@code scale} (default 5). */
    CSAT(Family.FEEDBACK);

    /** The four groups of kinds. */
    public enum Family {
        ACTIVITY,
        BILLING,
        SUPPORT,
        FEEDBACK
    }

    private final Family family;

    Kind(Family family) {
        this.family = family;
    }

    public Family family() {
        return family;
    }

    /** Whether a user of the customer did something in the product. */
    public boolean isActivity() {
        return family == Family.ACTIVITY;
    }
}
