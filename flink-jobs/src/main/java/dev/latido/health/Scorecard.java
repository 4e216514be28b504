package dev.latido.health;

import static java.util.Objects.requireNonNull;

import dev.latido.memory.UtcDay;
import java.io.Serializable;

/**
 * The numbers that make health of what is counted; the block {@code health} of the settings. The windows of 7, 30 and 90
 * days are fixed, because state is shaped by them.
 *
 * @param sessionGapMinutes longest pause within a session
 * @param maxOpenSessions how many sessions of one customer may go on at once before the longest idle one is closed early
 * @param maxSubscriptions how many subscriptions of one customer are remembered
 * @param onboardingDays days of 24 hours from the first event during which a customer is {@code onboarding}
 * @param retentionDays days of 24 hours after the last event before a customer is forgotten
 * @param emitStep how far a score has to move before it is published again, in points
 */
public record Scorecard(
        Weights weights,
        Usage usage,
        Adoption adoption,
        Support support,
        Payment payment,
        Engagement engagement,
        Bands bands,
        Signals signals,
        Levels levels,
        int sessionGapMinutes,
        int maxOpenSessions,
        int maxSubscriptions,
        int onboardingDays,
        int retentionDays,
        double emitStep)
        implements Serializable {

    public Scorecard {
        requireNonNull(weights, "health.weights");
        requireNonNull(usage, "health.usage");
        requireNonNull(adoption, "health.adoption");
        requireNonNull(support, "health.support");
        requireNonNull(payment, "health.payment");
        requireNonNull(engagement, "health.engagement");
        requireNonNull(bands, "health.bands");
        requireNonNull(signals, "health.signals");
        requireNonNull(levels, "health.levels");
        within("sessionGapMinutes", sessionGapMinutes, 1, 1_440);
        within("maxOpenSessions", maxOpenSessions, 1, 65_536);
        within("maxSubscriptions", maxSubscriptions, 1, 256);
        within("onboardingDays", onboardingDays, 0, 365);
        within("retentionDays", retentionDays, Health.QUARTER_DAYS, 3_650);
        within("emitStep", emitStep, 0.1, 100);
        tenths("emitStep", emitStep);
    }

    public long sessionGapMillis() {
        return sessionGapMinutes * 60_000L;
    }

    public long onboardingMillis() {
        return onboardingDays * UtcDay.MILLIS;
    }

    public long retentionMillis() {
        return retentionDays * UtcDay.MILLIS;
    }

    public int emitStepTenths() {
        return (int) Math.round(emitStep * 10);
    }

    /** What each component counts, in percent; together 100. */
    public record Weights(double usage, double adoption, double support, double payment, double engagement)
            implements Serializable {
        public Weights {
            within("weights.usage", usage, 0, 100);
            within("weights.adoption", adoption, 0, 100);
            within("weights.support", support, 0, 100);
            within("weights.payment", payment, 0, 100);
            within("weights.engagement", engagement, 0, 100);
            together("weights", usage + adoption + support + payment + engagement);
        }
    }

    /** Usage: points for sessions in 7 days and for their mean length, each full from a target on. */
    public record Usage(double sessionsTarget, double sessionsPoints, double minutesTarget, double minutesPoints)
            implements Serializable {
        public Usage {
            within("usage.sessionsTarget", sessionsTarget, 0.1, 1_000_000);
            within("usage.minutesTarget", minutesTarget, 0.1, 1_440);
            within("usage.sessionsPoints", sessionsPoints, 0, 100);
            within("usage.minutesPoints", minutesPoints, 0, 100);
            together("usage.sessionsPoints and usage.minutesPoints", sessionsPoints + minutesPoints);
        }
    }

    /** Adoption: full from a share of the catalogue on. */
    public record Adoption(double shareTarget) implements Serializable {
        public Adoption {
            within("adoption.shareTarget", shareTarget, 0.01, 1);
        }
    }

    /** Support: nothing left from a number of tickets on. */
    public record Support(double ticketsLimit) implements Serializable {
        public Support {
            within("support.ticketsLimit", ticketsLimit, 1, 1_000_000);
        }
    }

    /** Payment: points lost with each failure. */
    public record Payment(double pointsPerFailure) implements Serializable {
        public Payment {
            within("payment.pointsPerFailure", pointsPerFailure, 0, 100);
        }
    }

    /** Engagement: points for active days, full from a target on, and for each point of satisfaction out of ten. */
    public record Engagement(
            double activeDaysTarget, double activeDaysPoints, double pointsPerSatisfaction, double unknownSatisfaction)
            implements Serializable {
        public Engagement {
            within("engagement.activeDaysTarget", activeDaysTarget, 1, Health.MONTH_DAYS);
            within("engagement.activeDaysPoints", activeDaysPoints, 0, 100);
            within("engagement.pointsPerSatisfaction", pointsPerSatisfaction, 0, 10);
            within("engagement.unknownSatisfaction", unknownSatisfaction, 0, 10);
            together(
                    "engagement.activeDaysPoints and ten times engagement.pointsPerSatisfaction",
                    activeDaysPoints + 10 * pointsPerSatisfaction);
        }
    }

    /** Lowest score of each band, in points with at most one decimal. */
    public record Bands(double healthy, double atRisk, double critical) implements Serializable {
        public Bands {
            within("bands.healthy", healthy, 0, 100);
            within("bands.atRisk", atRisk, 0, 100);
            within("bands.critical", critical, 0, 100);
            notBelow("bands.healthy", healthy, "bands.atRisk", atRisk);
            notBelow("bands.atRisk", atRisk, "bands.critical", critical);
            tenths("bands.healthy", healthy);
            tenths("bands.atRisk", atRisk);
            tenths("bands.critical", critical);
        }
    }

    /** Where each signal begins. */
    public record Signals(
            double lowLoginsBelow,
            double shortSessionsBelowMinutes,
            double lowAdoptionBelow,
            double supportOveruseAbove,
            int inactivityAfterDays)
            implements Serializable {
        public Signals {
            within("signals.lowLoginsBelow", lowLoginsBelow, 0, 1_000_000);
            within("signals.shortSessionsBelowMinutes", shortSessionsBelowMinutes, 0, 1_440);
            within("signals.lowAdoptionBelow", lowAdoptionBelow, 0, 1);
            within("signals.supportOveruseAbove", supportOveruseAbove, 0, 1_000_000);
            within("signals.inactivityAfterDays", inactivityAfterDays, 1, 365);
        }

        public long inactivityMillis() {
            return inactivityAfterDays * UtcDay.MILLIS;
        }
    }

    /** What makes a level: hours that a failed payment stays immediate, and the number of signals that is urgent. */
    public record Levels(int immediateHours, int urgentSignals) implements Serializable {
        public Levels {
            within("levels.immediateHours", immediateHours, 1, 720);
            within("levels.urgentSignals", urgentSignals, 1, Signal.values().length);
        }

        public long immediateMillis() {
            return immediateHours * 3_600_000L;
        }
    }

    private static void within(String key, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException("health." + key + " must be between " + plain(lowest) + " and "
                    + plain(highest) + ", was " + plain(value));
        }
    }

    private static void notBelow(String key, double value, String lowerKey, double lowest) {
        if (value < lowest) {
            throw new IllegalArgumentException("health." + key + " must not be below health." + lowerKey + ", which is "
                    + plain(lowest) + ", was " + plain(value));
        }
    }

    private static void together(String keys, double sum) {
        if (Math.abs(sum - 100) > 1e-9) {
            throw new IllegalArgumentException("health." + keys + " must add up to 100, was " + plain(sum));
        }
    }

    private static void tenths(String key, double value) {
        if (Math.abs(value * 10 - Math.rint(value * 10)) > 1e-9) {
            throw new IllegalArgumentException("health." + key + " must have at most one decimal, was " + plain(value));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
