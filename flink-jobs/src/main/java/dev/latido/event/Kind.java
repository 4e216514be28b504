package dev.latido.event;

/** What kind of thing happened. */
public enum Kind {
    LOGIN(1, Family.ACTIVITY),
    PAGE_VIEW(2, Family.ACTIVITY),
    FEATURE_USED(3, Family.ACTIVITY),
    ACTION(4, Family.ACTIVITY),

    PAYMENT_SUCCEEDED(5, Family.BILLING),
    /** The first failure of an invoice. */
    PAYMENT_FAILED(6, Family.BILLING),
    /** A later failure of the same invoice (dunning); without effect on health. */
    PAYMENT_RETRY_FAILED(7, Family.BILLING),
    INVOICE_OVERDUE(8, Family.BILLING),
    SUBSCRIPTION_STARTED(9, Family.BILLING),
    SUBSCRIPTION_UPGRADED(10, Family.BILLING),
    SUBSCRIPTION_DOWNGRADED(11, Family.BILLING),
    CANCELLATION_SCHEDULED(12, Family.BILLING),
    CANCELLATION_WITHDRAWN(13, Family.BILLING),
    SUBSCRIPTION_CANCELLED(14, Family.BILLING),
    TRIAL_ENDING(15, Family.BILLING),
    REFUNDED(16, Family.BILLING),

    TICKET_OPENED(17, Family.SUPPORT),
    TICKET_CLOSED(18, Family.SUPPORT),

    /** Net promoter score: attribute {@code score}, 0 to 10. */
    NPS(19, Family.FEEDBACK),
    /** Satisfaction: attribute {@code score}, 0 to attribute {@code scale} (default 5). */
    CSAT(20, Family.FEEDBACK),

    /** The daily evaluation of a customer. No input has this kind: it is made for rules, at the customer's daily instant. */
    EVALUATED(21, Family.EVALUATION);

    /** The groups of kinds. */
    public enum Family {
        ACTIVITY,
        BILLING,
        SUPPORT,
        FEEDBACK,
        EVALUATION
    }

    /** The largest of all numbers of kinds. */
    public static final int HIGHEST_CODE = values().length;

    private static final Kind[] BY_CODE = byCode();

    private final int code;
    private final Family family;

    Kind(int code, Family family) {
        this.code = code;
        this.family = family;
    }

    private static Kind[] byCode() {
        Kind[] kinds = new Kind[values().length + 1];
        for (Kind kind : values()) {
            kinds[kind.code] = kind;
        }
        return kinds;
    }

    /** The kind's number in binary forms, 1 or more; never changed and never used again for another. */
    public int code() {
        return code;
    }

    /** The kind with the given number. */
    public static Kind ofCode(int code) {
        if (code < 1 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no kind of event has the number " + code);
        }
        return BY_CODE[code];
    }

    public Family family() {
        return family;
    }

    /** Whether events from outside may have this kind. */
    public boolean isInput() {
        return family != Family.EVALUATION;
    }

    /** Whether a user of the customer did something in the product. */
    public boolean isActivity() {
        return family == Family.ACTIVITY;
    }
}
