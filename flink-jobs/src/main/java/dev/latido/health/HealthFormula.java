package dev.latido.health;

import dev.latido.event.Level;

/** The arithmetic from what was measured to score, band, signals and level. */
final class HealthFormula {

    private HealthFormula() {}

    static void apply(Assessment found, Scorecard card) {
        score(found, card);
        found.band = band(found, card.bands());
        found.signals = signals(found, card.signals());
        found.level = level(found, card.levels());
    }

    private static void score(Assessment found, Scorecard card) {
        double usage = usage(found, card.usage());
        double adoption = 100 * Math.min(1, found.adoption30 / card.adoption().shareTarget());
        double support = 100 * Math.max(0, 1 - found.tickets30 / card.support().ticketsLimit());
        double payment =
                found.openFailure ? 0 : Math.max(0, 100 - card.payment().pointsPerFailure() * found.failures90);
        double engagement = engagement(found, card.engagement());

        Scorecard.Weights weights = card.weights();
        double score = weights.usage() / 100 * usage
                + weights.adoption() / 100 * adoption
                + weights.support() / 100 * support
                + weights.payment() / 100 * payment
                + weights.engagement() / 100 * engagement;

        found.scoreTenths = tenths(score);
        found.usageTenths = tenths(usage);
        found.adoptionTenths = tenths(adoption);
        found.supportTenths = tenths(support);
        found.paymentTenths = tenths(payment);
        found.engagementTenths = tenths(engagement);
    }

    private static double usage(Assessment found, Scorecard.Usage card) {
        double sessions = card.sessionsPoints() * Math.min(1, found.sessions7 / card.sessionsTarget());
        return Double.isNaN(found.averageMinutes30)
                ? sessions
                : sessions + card.minutesPoints() * Math.min(1, found.averageMinutes30 / card.minutesTarget());
    }

    private static double engagement(Assessment found, Scorecard.Engagement card) {
        double satisfaction = Double.isNaN(found.satisfaction) ? card.unknownSatisfaction() : found.satisfaction;
        return card.activeDaysPoints() * Math.min(1, found.activeDays30 / card.activeDaysTarget())
                + card.pointsPerSatisfaction() * satisfaction;
    }

    /** Rounds half up to tenths; what is short of a half by no more than the error of the sums counts as a half. */
    static int tenths(double value) {
        return (int) Math.floor(10 * value + 0.5 + 1e-9);
    }

    private static Band band(Assessment found, Scorecard.Bands bands) {
        if (found.cancelled) {
            return Band.CANCELLED;
        }
        if (found.onboarding) {
            return Band.ONBOARDING;
        }
        if (found.scoreTenths >= tenths(bands.healthy())) {
            return Band.HEALTHY;
        }
        if (found.scoreTenths >= tenths(bands.atRisk())) {
            return Band.AT_RISK;
        }
        return found.scoreTenths >= tenths(bands.critical()) ? Band.CRITICAL : Band.CHURNED;
    }

    private static int signals(Assessment found, Scorecard.Signals bounds) {
        if (found.cancelled) {
            return 0;
        }
        int signals = found.openFailure ? Signal.PAYMENT_DELAY.bit() : 0;
        if (found.onboarding) {
            return signals;
        }
        if (found.sessions7 < bounds.lowLoginsBelow()) {
            signals |= Signal.LOW_LOGINS.bit();
        }
        if (found.averageMinutes30 < bounds.shortSessionsBelowMinutes()) {
            signals |= Signal.SHORT_SESSIONS.bit();
        }
        if (found.adoption30 < bounds.lowAdoptionBelow()) {
            signals |= Signal.LOW_ADOPTION.bit();
        }
        if (found.tickets30 > bounds.supportOveruseAbove()) {
            signals |= Signal.SUPPORT_OVERUSE.bit();
        }
        if (found.idleMillis > bounds.inactivityMillis()) {
            signals |= Signal.INACTIVITY.bit();
        }
        return signals;
    }

    private static Level level(Assessment found, Scorecard.Levels levels) {
        if (found.cancelled) {
            return Level.NONE;
        }
        if (found.failedJustNow) {
            return Level.IMMEDIATE;
        }
        int count = Integer.bitCount(found.signals);
        if (count >= levels.urgentSignals()) {
            return Level.URGENT;
        }
        return count > 0 ? Level.MONITOR : Level.NONE;
    }
}
