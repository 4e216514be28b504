package dev.latido.reference;

/** A sentence of the contract that can be read in more than one way; each constant is the way that is not the default. */
public enum OtherReading {
    /** A failure that nothing paid stops being open after 90 days; by default it stays open until a payment succeeds. */
    OPEN_FAILURE_ENDS_WITH_THE_90_DAYS,
    /** When no more than 32 subscriptions fit, ended ones go first; by default the one with the earliest time goes. */
    ENDED_SUBSCRIPTIONS_ARE_FORGOTTEN_FIRST,
    /** A customer that ends its subscriptions in its first 7 days is onboarding; by default it is cancelled. */
    ONBOARDING_BEATS_CANCELLED,
    /** Daily evaluations of before an alert opened do not help to resolve it; by default the last two decide. */
    CALM_COUNTS_FROM_THE_OPENING,
    /** The daily evaluations before and after a cancellation are in a row; by default a cancellation starts anew. */
    CANCELLATION_DOES_NOT_BREAK_A_ROW,
    /** The daily evaluations that resolved an alert do not help to resolve the next; by default the last two decide. */
    RESOLUTION_STARTS_ANEW,
    /** An open alert outlives the customer's state; by default both are dropped at the same time, silently. */
    ALERT_OUTLIVES_THE_CUSTOMER,
    /** The 400 days run from the latest own time of any event; by default from the place of the last one. */
    RETENTION_BY_OWN_TIME,
    /** Of two events with the same time the first applied is the latest; by default the last applied is. */
    TIES_GO_TO_THE_FIRST,
    /** Activity ids are compared with activity ids only, others with others; by default an id is an id. */
    IDS_OF_TWO_FAMILIES_DIFFER,
    /** An id applied exactly one hour (or 7 days) ago is forgotten; by default it is still known. */
    DUPLICATE_WINDOW_EXCLUDES_ITS_END,
    /** A customer without activity is inactive since its first event's own time; by default since its place. */
    INACTIVE_SINCE_OWN_TIME_OF_FIRST_EVENT
}
