package dev.latido.health;

import dev.latido.event.HealthComponents;
import dev.latido.event.Level;
import dev.latido.memory.UtcDay;

/** What one evaluation found. Mutable and used again for the next one, so that evaluating allocates nothing. */
public final class Assessment {

    // What was measured; NaN where undefined.
    long sessions7;
    double averageMinutes30;
    int activeDays30;
    double adoption30;
    long tickets30;
    long failures90;
    boolean openFailure;
    double satisfaction;
    long idleMillis;
    boolean failedJustNow;
    boolean onboarding;
    boolean cancelled;

    // What follows.
    int scoreTenths;
    int usageTenths;
    int adoptionTenths;
    int supportTenths;
    int paymentTenths;
    int engagementTenths;
    Band band = Band.ONBOARDING;
    Level level = Level.NONE;
    int signals;

    public int scoreTenths() {
        return scoreTenths;
    }

    public double score() {
        return scoreTenths / 10.0;
    }

    public HealthComponents components() {
        return new HealthComponents(usage(), adoption(), support(), payment(), engagement());
    }

    /** 0 to 100, one decimal; so for the other components. */
    public double usage() {
        return usageTenths / 10.0;
    }

    public double adoption() {
        return adoptionTenths / 10.0;
    }

    public double support() {
        return supportTenths / 10.0;
    }

    public double payment() {
        return paymentTenths / 10.0;
    }

    public double engagement() {
        return engagementTenths / 10.0;
    }

    public Band band() {
        return band;
    }

    public Level level() {
        return level;
    }

    /** Days with activity among the last 30. */
    public int activeDays() {
        return activeDays30;
    }

    /** Failed payments and overdue invoices of the last 90 days. */
    public long failures() {
        return failures90;
    }

    /** 0 to 10; NaN where nothing was answered in 90 days. */
    public double satisfaction() {
        return satisfaction;
    }

    /** The active signals as bits; see {@link Signal#bit}. */
    public int signals() {
        return signals;
    }

    /** Whether the customer is as new as the settings say. */
    public boolean isOnboarding() {
        return onboarding;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** What was measured for a signal, in the unit that {@link Signal#quantity} names. */
    public double measured(Signal signal) {
        return switch (signal) {
            case INACTIVITY -> (double) idleMillis / UtcDay.MILLIS;
            case LOW_ADOPTION -> adoption30;
            case LOW_LOGINS -> sessions7;
            case PAYMENT_DELAY -> openFailure ? 1 : 0;
            case SHORT_SESSIONS -> averageMinutes30;
            case SUPPORT_OVERUSE -> tickets30;
        };
    }

    /** The bound that a signal's quantity crosses. */
    public static double threshold(Signal signal, Scorecard scorecard) {
        return switch (signal) {
            case INACTIVITY -> scorecard.signals().inactivityAfterDays();
            case LOW_ADOPTION -> scorecard.signals().lowAdoptionBelow();
            case LOW_LOGINS -> scorecard.signals().lowLoginsBelow();
            case PAYMENT_DELAY -> 0;
            case SHORT_SESSIONS -> scorecard.signals().shortSessionsBelowMinutes();
            case SUPPORT_OVERUSE -> scorecard.signals().supportOveruseAbove();
        };
    }
}
