package dev.latido.rule;

/** What an expression can read of the customer, as it is after the event (health) at hand. */
public enum CustomerField {
    /** Health score, 0 to 100. */
    SCORE("score", Type.DOUBLE),
    BAND("band", Type.STRING),
    LEVEL("level", Type.STRING),
    /** Active signals, sorted. */
    SIGNALS("signals", Type.STRINGS),
    USAGE("usage", Type.DOUBLE),
    ADOPTION("adoption", Type.DOUBLE),
    SUPPORT("support", Type.DOUBLE),
    PAYMENT("payment", Type.DOUBLE),
    ENGAGEMENT("engagement", Type.DOUBLE),
    /** Whole days of 24 hours since the customer's first event. */
    TENURE_DAYS("tenureDays", Type.INT),
    /** The plan that the latest subscription event or invoice named; absent where none did. */
    PLAN("plan", Type.STRING),
    /** What the model {@code churn} says, 0 to 1; absent without one, while onboarding and when cancelled. */
    CHURN_PROBABILITY("churnProbability", Type.DOUBLE),
    SESSIONS_7("sessions7", Type.INT),
    SESSIONS_28("sessions28", Type.INT),
    SESSIONS_30("sessions30", Type.INT),
    /** Minutes; absent where no session was closed in 30 days. */
    SESSION_MINUTES_30("sessionMinutes30", Type.DOUBLE),
    ACTIVE_DAYS_30("activeDays30", Type.INT),
    /** Share of the feature catalogue used in 30 days, 0 to 1. */
    ADOPTION_30("adoption30", Type.DOUBLE),
    TICKETS_30("tickets30", Type.INT),
    FAILURES_90("failures90", Type.INT),
    OPEN_FAILURE("openFailure", Type.BOOL),
    /** 0 to 10; absent where nothing was answered in 90 days. */
    SATISFACTION("satisfaction", Type.DOUBLE),
    /** Days of 24 hours since the last activity, with fraction. */
    IDLE_DAYS("idleDays", Type.DOUBLE),
    /** Names of the catalogue's features that were used in the last 30 days, sorted. */
    FEATURES("features", Type.STRINGS);

    /** What a field's value is: Long, Double, Boolean, String or List of String. */
    public enum Type {
        INT,
        DOUBLE,
        BOOL,
        STRING,
        STRINGS
    }

    private final String text;
    private final Type type;

    CustomerField(String text, Type type) {
        this.text = text;
        this.type = type;
    }

    /** The name in expressions. */
    public String text() {
        return text;
    }

    public Type type() {
        return type;
    }
}
