package dev.latido.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What models see of a customer, in the order in which it stands in rows. Where a condition of a rule can name the same, it
 * has the same name there. Models name the features that they need, so a new one goes to the end, and none is renamed.
 *
 * <p>Days are calendar days in UTC, and the last n days are today and the n - 1 before. A value that is not known is missing,
 * which is NaN, and never 0.
 */
public enum Feature {
    SESSIONS_7("sessions7", Type.INT, "sessions", "Sessions that started in the last 7 days."),
    SESSIONS_30("sessions30", Type.INT, "sessions", "Sessions that started in the last 30 days."),
    SESSION_TREND_7(
            "sessionTrend7",
            Type.FLOAT,
            "ratio",
            "Sessions a day in the last 7 days over those in the 8 weeks before; missing with less than a week before, or"
                    + " none in it."),
    SESSION_TREND_28(
            "sessionTrend28",
            Type.FLOAT,
            "ratio",
            "Sessions a day in the last 28 days over those in the 8 weeks before; missing with less than a week before, or"
                    + " none in it."),
    SESSION_MINUTES_30(
            "sessionMinutes30",
            Type.FLOAT,
            "minutes",
            "Mean length of the closed sessions that started in the last 30 days; missing when there was none."),
    ACTIVE_DAYS_7("activeDays7", Type.INT, "days", "Days with activity among the last 7."),
    ACTIVE_DAYS_30("activeDays30", Type.INT, "days", "Days with activity among the last 30."),
    IDLE_DAYS(
            "idleDays",
            Type.FLOAT,
            "days",
            "Days of 24 hours since the last activity, with fraction; since the first event where there was none."),
    ADOPTION_30("adoption30", Type.FLOAT, "share", "Share of the feature catalogue used in the last 30 days, 0 to 1."),
    FEATURES_30("features30", Type.INT, "features", "Features of the catalogue used in the last 30 days."),
    FEATURES_CHANGE_30(
            "featuresChange30",
            Type.INT,
            "features",
            "Features of the catalogue used in the last 30 days, less those used in the 30 before; missing while these are"
                    + " not known."),
    KEY_USES_30("keyUses30", Type.INT, "uses", "Uses of key features and key actions (a setting) in the last 30 days."),
    USERS_30("users30", Type.INT, "users", "Users active in the last 30 days, up to 500."),
    USERS_CHANGE_30(
            "usersChange30",
            Type.INT,
            "users",
            "Users active in the last 30 days, less those active in the 30 before; missing while these are not known."),
    TICKETS_OPEN(
            "ticketsOpen",
            Type.INT,
            "tickets",
            "Tickets opened and not closed, of those heard of in the last 90 days, up to 64."),
    TICKETS_30("tickets30", Type.INT, "tickets", "Tickets opened in the last 30 days."),
    TICKETS_90("tickets90", Type.INT, "tickets", "Tickets opened in the last 90 days."),
    DAYS_SINCE_TICKET(
            "daysSinceTicket",
            Type.FLOAT,
            "days",
            "Days of 24 hours since the last ticket; missing when there was none."),
    FAILURES_90("failures90", Type.INT, "failures", "Failed payments and overdue invoices of the last 90 days."),
    OPEN_FAILURE("openFailure", Type.INDICATOR, "", "1 when no payment has succeeded since the last of these, else 0."),
    RECOVERIES_90(
            "recoveries90", Type.INT, "payments", "Payments of the last 90 days that succeeded after one had failed."),
    DAYS_SINCE_PAYMENT(
            "daysSincePayment",
            Type.FLOAT,
            "days",
            "Days of 24 hours since the last payment; missing when there was none."),
    MONTHLY_REVENUE(
            "monthlyRevenue",
            Type.FLOAT,
            "currency units",
            "Paid in the last 365 days, less refunds, per month since the first payment, of 12 at most, in whole units of"
                    + " the customer's currency; missing when nothing was paid in these days."),
    UPGRADES_90("upgrades90", Type.INT, "changes", "Changes to a higher plan in the last 90 days."),
    DOWNGRADES_90("downgrades90", Type.INT, "changes", "Changes to a lower plan in the last 90 days."),
    PRICING_VISITS_30("pricingVisits30", Type.INT, "views", "Views of pricing pages (a setting) in the last 30 days."),
    CANCEL_VISITS_30("cancelVisits30", Type.INT, "views", "Views of cancel pages (a setting) in the last 30 days."),
    ERRORS_7("errors7", Type.INT, "errors", "Actions that say that something failed (a setting), in the last 7 days."),
    SATISFACTION(
            "satisfaction",
            Type.FLOAT,
            "points",
            "Latest answer about satisfaction of the last 90 days, 0 to 10; missing when there was none."),
    DAYS_SINCE_SATISFACTION(
            "daysSinceSatisfaction",
            Type.FLOAT,
            "days",
            "Days of 24 hours since the latest such answer, however old; missing when there was none."),
    TENURE_DAYS("tenureDays", Type.INT, "days", "Whole days of 24 hours since the customer's first event."),
    TRIAL("trial", Type.INDICATOR, "", "1 on trial, 0 not on trial; missing while no subscription or payment says so."),
    SCORE("score", Type.FLOAT, "points", "Health score, 0 to 100."),
    USAGE("usage", Type.FLOAT, "points", "Health component usage, 0 to 100."),
    ADOPTION("adoption", Type.FLOAT, "points", "Health component adoption, 0 to 100."),
    SUPPORT("support", Type.FLOAT, "points", "Health component support, 0 to 100."),
    PAYMENT("payment", Type.FLOAT, "points", "Health component payment, 0 to 100."),
    ENGAGEMENT("engagement", Type.FLOAT, "points", "Health component engagement, 0 to 100.");

    /** All features, in the order of rows. */
    public static final List<Feature> ALL = List.of(values());

    /** What the values of a feature are, by the names that model artifacts use. */
    public enum Type {
        FLOAT("float"),
        /** Whole numbers. */
        INT("int"),
        /** 0 or 1. */
        INDICATOR("indicator");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    private final String text;
    private final Type type;
    private final String unit;
    private final String description;

    Feature(String text, Type type, String unit, String description) {
        this.text = text;
        this.type = type;
        this.unit = unit;
        this.description = description;
    }

    /** The name in rows and models. */
    public String text() {
        return text;
    }

    public Type type() {
        return type;
    }

    /** What a value of 1 is one of; empty for indicators. */
    public String unit() {
        return unit;
    }

    /** A sentence that says what it is and when it is missing. */
    public String description() {
        return description;
    }

    /** Where it stands in rows. */
    @SuppressWarnings("EnumOrdinal") // The order of the constants is that of rows.
    public int index() {
        return ordinal();
    }

    /**
     * Says a value as a fact, without a judgement and without a full stop: <i>no session for 9 days</i>.
     *
     * @param value NaN where it is missing
     */
    public String say(Language language, float value) {
        return language.say(this, value);
    }

    /** The feature with the given name in rows and models. */
    public static Optional<Feature> named(String text) {
        return Arrays.stream(values())
                .filter(feature -> feature.text.equals(text))
                .findFirst();
    }
}
