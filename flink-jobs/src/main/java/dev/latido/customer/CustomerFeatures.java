package dev.latido.customer;

import static dev.latido.state.StateReader.NEVER;
import static java.util.Objects.requireNonNull;

import dev.latido.event.FeatureRow;
import dev.latido.feature.CustomerHistory;
import dev.latido.feature.Feature;
import dev.latido.health.Assessment;
import dev.latido.health.Health;
import dev.latido.health.HealthConfig;
import dev.latido.health.Signal;
import dev.latido.memory.UtcDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What models see of a customer, the same for those that are trained and for those that score: the features as of its latest
 * assessment. Mutable, so that scoring allocates nothing.
 */
final class CustomerFeatures {

    private static final int WEEK = 7;
    private static final int FOUR_WEEKS = 28;
    private static final int EIGHT_WEEKS = 56;
    private static final int MONTH = 30;
    private static final int TWO_MONTHS = 60;
    private static final int QUARTER = 90;
    private static final Feature[] ALL = Feature.values();

    private final Health health;
    private final CustomerHistory history;
    private final Assessment found;
    private @Nullable HealthConfig config;
    private long now;

    /** @param found the assessments of that health, one after the other */
    CustomerFeatures(Health health, CustomerHistory history, Assessment found) {
        this.health = health;
        this.history = history;
        this.found = found;
    }

    /**
     * The features as of the latest assessment.
     *
     * @param instant the assessment's, in milliseconds since 1970-01-01 UTC
     */
    CustomerFeatures asOf(long instant, HealthConfig settings) {
        now = instant;
        config = settings;
        return this;
    }

    /** Writes the features into the first places of the row, each at its {@link Feature#index}; NaN where it is missing. */
    void fill(float[] row) {
        history.advance(UtcDay.of(now));
        for (Feature feature : ALL) {
            row[feature.index()] = (float) value(feature);
        }
    }

    /** The features as they are published. */
    FeatureRow row(String tenantId, String customerId) {
        float[] values = new float[Feature.ALL.size()];
        fill(values);
        List<Float> row = new ArrayList<>(values.length);
        for (float value : values) {
            row.add(value);
        }
        return new FeatureRow(tenantId, customerId, Instant.ofEpochMilli(now), row);
    }

    private double value(Feature feature) {
        int today = UtcDay.of(now);
        return switch (feature) {
            case SESSIONS_7 -> found.measured(Signal.LOW_LOGINS);
            case SESSIONS_30 -> health.sessionsSince(today - MONTH + 1);
            case SESSION_TREND_7 -> sessionTrend(WEEK, today);
            case SESSION_TREND_28 -> sessionTrend(FOUR_WEEKS, today);
            case SESSION_MINUTES_30 -> found.measured(Signal.SHORT_SESSIONS);
            case ACTIVE_DAYS_7 -> health.activeDaysSince(today - WEEK + 1);
            case ACTIVE_DAYS_30 -> found.activeDays();
            case IDLE_DAYS -> found.measured(Signal.INACTIVITY);
            case ADOPTION_30 -> found.measured(Signal.LOW_ADOPTION);
            case FEATURES_30 -> health.featuresUsed(today, settings());
            case FEATURES_CHANGE_30 ->
                change(health.featuresUsed(today, settings()), health.featuresUsedBefore(today, settings()));
            case KEY_USES_30 -> within(MONTH, history.usage().keyUses());
            case USERS_30 -> within(MONTH, history.usage().users(today));
            case USERS_CHANGE_30 ->
                change(history.usage().users(today), history.usage().usersBefore(today));
            case TICKETS_OPEN -> within(QUARTER, history.support().open(now));
            case TICKETS_30 -> found.measured(Signal.SUPPORT_OVERUSE);
            case TICKETS_90 -> within(QUARTER, history.support().opened());
            case DAYS_SINCE_TICKET -> daysSince(history.support().openedAt());
            case FAILURES_90 -> found.failures();
            case OPEN_FAILURE -> found.measured(Signal.PAYMENT_DELAY);
            case RECOVERIES_90 -> within(QUARTER, history.billing().recoveries());
            case DAYS_SINCE_PAYMENT -> daysSince(health.paymentSucceededAt());
            case MONTHLY_REVENUE -> history.billing().monthlyRevenue(today);
            case UPGRADES_90 -> within(QUARTER, history.billing().upgrades());
            case DOWNGRADES_90 -> within(QUARTER, history.billing().downgrades());
            case PRICING_VISITS_30 -> within(MONTH, history.usage().pricingVisits());
            case CANCEL_VISITS_30 -> within(MONTH, history.usage().cancelVisits());
            case ERRORS_7 -> within(WEEK, history.usage().errors());
            case SATISFACTION -> found.satisfaction();
            case DAYS_SINCE_SATISFACTION -> daysSince(health.satisfactionAnsweredAt());
            case TENURE_DAYS -> Math.floorDiv(now - health.firstPlace(), UtcDay.MILLIS);
            case TRIAL -> history.billing().trial();
            case SCORE -> found.score();
            case USAGE -> found.usage();
            case ADOPTION -> found.adoption();
            case SUPPORT -> found.support();
            case PAYMENT -> found.payment();
            case ENGAGEMENT -> found.engagement();
        };
    }

    /** Sessions a day in the last days, over those in the eight weeks before, of which at least one must be known. */
    private double sessionTrend(int days, int today) {
        int last = today - days;
        int first = Math.max(last - EIGHT_WEEKS + 1, firstWholeDay());
        int pastDays = last - first + 1;
        if (pastDays < WEEK) {
            return Double.NaN;
        }
        long recent = health.sessionsSince(last + 1);
        long past = health.sessionsSince(first) - recent;
        return past == 0 ? Double.NaN : (double) recent * pastDays / (past * days);
    }

    /** A count over a window, which is missing while part of the window lies in a past that is not known. */
    private double within(int days, long count) {
        return firstWholeDay() <= UtcDay.of(now) - days + 1 || history.isWhole(health.firstPlace())
                ? count
                : Double.NaN;
    }

    /** The last 30 days against the 30 before, all of which must be known. */
    private double change(int recent, int before) {
        return firstWholeDay() <= UtcDay.of(now) - TWO_MONTHS + 1 ? recent - before : Double.NaN;
    }

    /** That of the first event, or the one after it where there were events before that are not in the history. */
    private int firstWholeDay() {
        return history.isWhole(health.firstPlace()) ? history.firstDay() : history.firstDay() + 1;
    }

    private double daysSince(long at) {
        return at == NEVER ? Double.NaN : (double) (now - at) / UtcDay.MILLIS;
    }

    private HealthConfig settings() {
        return requireNonNull(config, "as of no assessment");
    }
}
