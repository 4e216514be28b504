package dev.latido.customer;

import dev.latido.health.Assessment;
import dev.latido.health.Health;
import dev.latido.health.HealthConfig;
import dev.latido.health.Signal;
import dev.latido.memory.UtcDay;
import dev.latido.rule.CustomerFacts;
import dev.latido.rule.CustomerField;
import dev.latido.scoring.ModelSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules see of a customer: its latest assessment and what that was made of. Holds until the next assessment. */
final class CustomerView implements CustomerFacts {

    private static final int FOUR_WEEKS = 28;
    private static final int MONTH = 30;

    private final Health health;
    private final Assessment found;
    private final HealthConfig config;
    private final ModelSet models;
    private final long now;
    private final int today;

    /**
     * A view of a customer that has just been assessed and scored.
     *
     * @param found the assessment of that health at that instant
     */
    CustomerView(Health health, Assessment found, Regime regime, long now) {
        this.health = health;
        this.found = found;
        this.config = regime.policy().health();
        this.models = regime.models();
        this.now = now;
        this.today = UtcDay.of(now);
    }

    @Override
    public @Nullable Object value(CustomerField field) {
        return switch (field) {
            case SCORE -> found.score();
            case BAND -> found.band().text();
            case LEVEL -> found.level().text();
            case SIGNALS -> signals();
            case USAGE -> found.components().usage();
            case ADOPTION -> found.components().adoption();
            case SUPPORT -> found.components().support();
            case PAYMENT -> found.components().payment();
            case ENGAGEMENT -> found.components().engagement();
            case TENURE_DAYS -> (now - health.firstPlace()) / UtcDay.MILLIS;
            case PLAN -> health.plan();
            case CHURN_PROBABILITY -> models.churnProbability();
            case SESSIONS_7 -> (long) found.measured(Signal.LOW_LOGINS);
            case SESSIONS_28 -> health.sessionsSince(today - FOUR_WEEKS + 1);
            case SESSIONS_30 -> health.sessionsSince(today - MONTH + 1);
            case SESSION_MINUTES_30 -> defined(found.measured(Signal.SHORT_SESSIONS));
            case ACTIVE_DAYS_30 -> (long) found.activeDays();
            case ADOPTION_30 -> found.measured(Signal.LOW_ADOPTION);
            case TICKETS_30 -> (long) found.measured(Signal.SUPPORT_OVERUSE);
            case FAILURES_90 -> found.failures();
            case OPEN_FAILURE -> found.measured(Signal.PAYMENT_DELAY) > 0;
            case SATISFACTION -> defined(found.satisfaction());
            case IDLE_DAYS -> found.measured(Signal.INACTIVITY);
            case FEATURES -> health.features(config);
        };
    }

    @Override
    public long daysUsed(String feature, long firstDaysAgo, long lastDaysAgo) {
        int first = today - (int) Math.min(lastDaysAgo, MONTH);
        int last = today - (int) Math.max(firstDaysAgo, 0);
        return health.daysUsed(feature, first, last, today, config);
    }

    private List<String> signals() {
        List<String> active = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            if (signal.isIn(found.signals())) {
                active.add(signal.text());
            }
        }
        Collections.sort(active);
        return active;
    }

    private static @Nullable Double defined(double value) {
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }
}
