package dev.latido.reference;

import static dev.latido.reference.ReferenceHealth.DAY;
import static dev.latido.reference.ReferenceHealth.HOUR;

import dev.latido.event.CustomerEvent;
import dev.latido.event.HealthScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One customer from its first event to the end of the run: what is applied, evaluated, emitted and dropped, in order. */
final class ReferenceCustomer {

    private final String tenantId;
    private final String customerId;
    private final ReferenceSettings settings;
    private final Consumer<String> trace;

    final List<HealthScore> scores = new ArrayList<>();
    final List<ReferenceAlert> published = new ArrayList<>();
    final List<CustomerEvent> lateEvents = new ArrayList<>();
    long applied;
    long duplicates;

    /** Every event applied so far, late ones included, in the order of application; empty again after a drop. */
    private final List<Placed> history = new ArrayList<>();

    private long nextDaily;
    private @Nullable ReferenceEvaluation emitted;
    private ReferenceAlerts alerts;

    ReferenceCustomer(String tenantId, String customerId, ReferenceSettings settings, Consumer<String> trace) {
        this.tenantId = tenantId;
        this.customerId = customerId;
        this.settings = settings;
        this.trace = trace;
        this.alerts = new ReferenceAlerts(settings);
    }

    /** Takes all the customer's events, in order, and then time until the end of the run, inclusive. */
    void run(List<Placed> inOrder, long end) {
        for (Placed placed : inOrder) {
            passDailyInstantsBefore(placed.place());
            take(placed);
        }
        passDailyInstantsBefore(end + 1);
    }

    private void take(Placed placed) {
        if (isDuplicate(placed)) {
            duplicates++;
            trace.accept("%s duplicate %s".formatted(Instant.ofEpochMilli(placed.place()), placed.event()));
            return;
        }
        if (placed.late()) {
            lateEvents.add(placed.event());
        } else {
            applied++;
        }
        if (history.isEmpty()) {
            nextDaily = firstDailyInstant(placed.place());
        }
        history.add(placed);
        evaluate(placed.place(), false, (placed.late() ? "late " : "applied ") + placed.event());
    }

    private boolean isDuplicate(Placed placed) {
        int activities = 0;
        int others = 0;
        for (int i = history.size() - 1; i >= 0; i--) {
            Placed before = history.get(i);
            boolean activity = before.kind().isActivity();
            boolean remembered = activity
                    ? ++activities <= 256 && isWithin(HOUR, before, placed)
                    : ++others <= 64 && isWithin(7 * DAY, before, placed);
            boolean comparable =
                    activity == placed.kind().isActivity() || !settings.takes(OtherReading.IDS_OF_TWO_FAMILIES_DIFFER);
            if (remembered
                    && comparable
                    && before.event().eventId().equals(placed.event().eventId())) {
                return true;
            }
            if (placed.place() - before.place() > 7 * DAY) {
                return false;
            }
        }
        return false;
    }

    private boolean isWithin(long span, Placed before, Placed placed) {
        long age = placed.place() - before.place();
        return settings.takes(OtherReading.DUPLICATE_WINDOW_EXCLUDES_ITS_END) ? age < span : age <= span;
    }

    private long firstDailyInstant(long place) {
        long secondOfDay = Math.floorMod(customerId.hashCode(), 86_400);
        long today = Placed.dayOf(place) * DAY + secondOfDay * 1000;
        return today < place ? today + DAY : today;
    }

    private void passDailyInstantsBefore(long instant) {
        while (!history.isEmpty() && nextDaily < instant) {
            if (nextDaily - lastEvent() >= 400 * DAY) {
                drop();
            } else {
                evaluate(nextDaily, true, "daily");
            }
            nextDaily += DAY;
        }
    }

    private long lastEvent() {
        return settings.takes(OtherReading.RETENTION_BY_OWN_TIME)
                ? history.stream().mapToLong(Placed::at).max().orElseThrow()
                : history.get(history.size() - 1).place();
    }

    private void drop() {
        trace.accept("%s dropped".formatted(Instant.ofEpochMilli(nextDaily)));
        history.clear();
        emitted = null;
        if (!settings.takes(OtherReading.ALERT_OUTLIVES_THE_CUSTOMER)) {
            alerts = new ReferenceAlerts(settings);
        }
    }

    private void evaluate(long now, boolean daily, String cause) {
        ReferenceQuantities quantities = ReferenceQuantities.measure(now, history, settings);
        if (daily && quantities.cancelled()) {
            return;
        }
        ReferenceEvaluation evaluation = ReferenceEvaluation.of(quantities, settings);
        Instant at = Instant.ofEpochMilli(now);
        trace.accept("%s %s%n    %s%n    %s".formatted(at, cause, quantities, evaluation));
        if (isWorthEmitting(evaluation)) {
            scores.add(evaluation.score(tenantId, customerId, at, emitted == null ? null : emitted.band()));
            emitted = evaluation;
        }
        alerts.onEvaluation(evaluation.level(), quantities.cancelled(), daily)
                .ifPresent(alert -> published.add(new ReferenceAlert(
                        tenantId, customerId, alert.severity().name().toLowerCase(Locale.ROOT), alert.status(), at)));
    }

    private boolean isWorthEmitting(ReferenceEvaluation evaluation) {
        return emitted == null
                || !evaluation.band().equals(emitted.band())
                || evaluation.level() != emitted.level()
                || !evaluation.signals().equals(emitted.signals())
                || Math.abs(evaluation.tenths() - emitted.tenths()) >= 10;
    }
}
