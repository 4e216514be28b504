package dev.latido.feature;

/** Features in English. */
final class EnglishPhrases {

    private static final char POINT = '.';

    private EnglishPhrases() {}

    /** A phrase without a full stop; NaN is what is missing. */
    static String say(Feature feature, float value) {
        return switch (feature) {
            case SESSIONS_7 -> counted(value, "session", "sessions", " in 7 days");
            case SESSIONS_30 -> counted(value, "session", "sessions", " in 30 days");
            case SESSION_TREND_7 -> trend(value, "sessions in 7 days");
            case SESSION_TREND_28 -> trend(value, "sessions in 28 days");
            case SESSION_MINUTES_30 ->
                Float.isNaN(value)
                        ? "no session to measure in 30 days"
                        : "sessions of " + quantity(value, "minute", "minutes") + " on average";
            case ACTIVE_DAYS_7 -> counted(value, "active day", "active days", " in 7 days");
            case ACTIVE_DAYS_30 -> counted(value, "active day", "active days", " in 30 days");
            case IDLE_DAYS -> idle(value);
            case ADOPTION_30 -> known(value, "adoption", Amounts.percent(value) + "% of the features used in 30 days");
            case FEATURES_30 -> counted(value, "feature", "features", " used in 30 days");
            case FEATURES_CHANGE_30 -> change(value, "feature", "features", " used");
            case KEY_USES_30 -> counted(value, "use", "uses", " of key features in 30 days");
            case USERS_30 -> counted(value, "user", "users", " active in 30 days");
            case USERS_CHANGE_30 -> change(value, "user", "users", " active");
            case TICKETS_OPEN -> counted(value, "open ticket", "open tickets", "");
            case TICKETS_30 -> counted(value, "ticket", "tickets", " opened in 30 days");
            case TICKETS_90 -> counted(value, "ticket", "tickets", " opened in 90 days");
            case DAYS_SINCE_TICKET -> since(value, "last ticket", "no ticket so far");
            case FAILURES_90 -> counted(value, "failed payment", "failed payments", " in 90 days");
            case OPEN_FAILURE -> flag(value, "a payment is overdue", "no payment is overdue", "payments not known");
            case RECOVERIES_90 -> counted(value, "failed payment", "failed payments", " made good in 90 days");
            case DAYS_SINCE_PAYMENT -> since(value, "last payment", "no payment so far");
            case MONTHLY_REVENUE ->
                Float.isNaN(value) ? "nothing paid in a year" : "pays " + Amounts.shown(value, POINT) + " a month";
            case UPGRADES_90 -> counted(value, "upgrade", "upgrades", " in 90 days");
            case DOWNGRADES_90 -> counted(value, "downgrade", "downgrades", " in 90 days");
            case PRICING_VISITS_30 -> counted(value, "look", "looks", " at pricing pages in 30 days");
            case CANCEL_VISITS_30 -> counted(value, "look", "looks", " at cancel pages in 30 days");
            case ERRORS_7 -> counted(value, "error", "errors", " in 7 days");
            case SATISFACTION ->
                Float.isNaN(value)
                        ? "no answer about satisfaction in 90 days"
                        : "satisfaction " + Amounts.shown(value, POINT) + " of 10";
            case DAYS_SINCE_SATISFACTION ->
                since(value, "last answer about satisfaction", "no answer about satisfaction so far");
            case TENURE_DAYS -> known(value, "tenure", "customer for " + quantity(value, "day", "days"));
            case TRIAL -> flag(value, "on trial", "not on trial", "trial or not is not known");
            case SCORE -> points(value, "health score");
            case USAGE -> points(value, "health of usage");
            case ADOPTION -> points(value, "health of adoption");
            case SUPPORT -> points(value, "health of support");
            case PAYMENT -> points(value, "health of payment");
            case ENGAGEMENT -> points(value, "health of engagement");
        };
    }

    private static String counted(float value, String one, String many, String where) {
        if (Float.isNaN(value)) {
            return "number of " + many + where + " not known";
        }
        return value == 0 ? "no " + many + where : quantity(value, one, many) + where;
    }

    private static String quantity(float value, String one, String many) {
        return Amounts.shown(value, POINT) + " " + (Amounts.isOne(value, POINT) ? one : many);
    }

    private static String change(float value, String one, String many, String where) {
        if (Float.isNaN(value)) {
            return "no earlier month to compare " + many + where + " with";
        }
        if (value == 0) {
            return "as many " + many + where + " as in the 30 days before";
        }
        String direction = value > 0 ? "more " : "fewer ";
        float size = Math.abs(value);
        return Amounts.shown(size, POINT) + " " + direction + (Amounts.isOne(size, POINT) ? one : many) + where
                + " than in the 30 days before";
    }

    private static String trend(float value, String what) {
        if (Float.isNaN(value)) {
            return "nothing to compare " + what + " with";
        }
        String percent = Amounts.percent(Math.abs(value - 1));
        if (percent.equals("0")) {
            return what + " as before";
        }
        return what + (value > 1 ? " up " : " down ") + percent + "% on the weeks before";
    }

    private static String idle(float value) {
        if (Float.isNaN(value)) {
            return "last session not known";
        }
        float days = (float) Math.floor(value);
        return days < 1 ? "a session within the last day" : "no session for " + quantity(days, "day", "days");
    }

    private static String since(float value, String latest, String never) {
        if (Float.isNaN(value)) {
            return never;
        }
        float days = (float) Math.floor(value);
        return days < 1 ? latest + " within the last day" : latest + " " + quantity(days, "day", "days") + " ago";
    }

    private static String flag(float value, String yes, String no, String missing) {
        return Float.isNaN(value) ? missing : value == 0 ? no : yes;
    }

    private static String points(float value, String what) {
        return known(value, what, what + " " + Amounts.shown(value, POINT) + " of 100");
    }

    private static String known(float value, String what, String phrase) {
        return Float.isNaN(value) ? what + " not known" : phrase;
    }
}
