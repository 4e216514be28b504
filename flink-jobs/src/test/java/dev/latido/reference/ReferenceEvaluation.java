package dev.latido.reference;

import static dev.latido.reference.ReferenceHealth.DAY;

import dev.latido.event.HealthComponents;
import dev.latido.event.HealthScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the scorecard makes of a customer's quantities: the score in tenths, band, level, components and signals. */
record ReferenceEvaluation(long tenths, String band, Level level, HealthComponents components, List<String> signals) {

    /** How urgently somebody should act, rising. */
    enum Level {
        NONE,
        MONITOR,
        URGENT,
        IMMEDIATE
    }

    static ReferenceEvaluation of(ReferenceQuantities quantities, ReferenceSettings settings) {
        double usage = 50 * Math.min(1, quantities.sessions7() / 3.5)
                + 50 * Math.min(1, quantities.avgSessionMinutes30().orElse(0) / 15);
        double adoption = 100 * Math.min(1, quantities.adoption30() / 0.75);
        double support = 100 * Math.max(0, 1 - quantities.tickets30() / 6.0);
        double payment = quantities.openFailure() ? 0 : Math.max(0, 100 - 20 * quantities.failures90());
        double engagement = 70 * Math.min(1, quantities.activeDays30() / 12.0)
                + 3 * quantities.satisfaction().orElse(5);
        long tenths = tenths(0.30 * usage + 0.25 * adoption + 0.20 * support + 0.15 * payment + 0.10 * engagement);

        List<String> signals = signals(quantities);
        return new ReferenceEvaluation(
                tenths,
                band(tenths, quantities, settings),
                level(quantities, signals),
                new HealthComponents(
                        tenths(usage) / 10.0,
                        tenths(adoption) / 10.0,
                        tenths(support) / 10.0,
                        tenths(payment) / 10.0,
                        tenths(engagement) / 10.0),
                signals);
    }

    /** What is published of this evaluation. */
    HealthScore score(String tenantId, String customerId, Instant at, @Nullable String previousBand) {
        return new HealthScore(
                HealthScore.SCHEMA_VERSION,
                tenantId,
                customerId,
                at,
                tenths / 10.0,
                band,
                previousBand,
                level.name().toLowerCase(Locale.ROOT),
                components,
                signals);
    }

    private static long tenths(double value) {
        return (long) Math.floor(10 * value + 0.5 + 1e-9);
    }

    private static String band(long tenths, ReferenceQuantities quantities, ReferenceSettings settings) {
        if (quantities.onboarding() && settings.takes(OtherReading.ONBOARDING_BEATS_CANCELLED)) {
            return "onboarding";
        }
        if (quantities.cancelled()) {
            return "cancelled";
        }
        if (quantities.onboarding()) {
            return "onboarding";
        }
        return tenths >= 800 ? "healthy" : tenths >= 600 ? "at_risk" : tenths >= 400 ? "critical" : "churned";
    }

    /** The active signals, sorted by name. */
    private static List<String> signals(ReferenceQuantities quantities) {
        List<String> active = new ArrayList<>();
        if (quantities.cancelled()) {
            return active;
        }
        boolean settled = !quantities.onboarding();
        if (settled && quantities.inactiveMillis() > 14 * DAY) {
            active.add("inactivity");
        }
        if (settled && quantities.adoption30() < 0.30) {
            active.add("low-adoption");
        }
        if (settled && quantities.sessions7() < 2) {
            active.add("low-logins");
        }
        if (quantities.openFailure()) {
            active.add("payment-delay");
        }
        if (settled && quantities.avgSessionMinutes30().orElse(5) < 5) {
            active.add("short-sessions");
        }
        if (settled && quantities.tickets30() > 3) {
            active.add("support-overuse");
        }
        return active;
    }

    private static Level level(ReferenceQuantities quantities, List<String> signals) {
        if (quantities.cancelled()) {
            return Level.NONE;
        }
        if (quantities.failedWithin24Hours()) {
            return Level.IMMEDIATE;
        }
        return signals.size() >= 2 ? Level.URGENT : signals.size() == 1 ? Level.MONITOR : Level.NONE;
    }
}
