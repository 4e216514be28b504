package dev.latido.customer;

import dev.latido.connector.metrics.DurationHistogram;
import dev.latido.event.Alert;
import dev.latido.metric.TallyMetrics;
import dev.latido.scoring.ModelSet;
import dev.latido.scoring.Role;
import dev.latido.scoring.ScoringArtifact;
import dev.latido.watch.ScoredMetrics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/** What {@link CustomerOperator} measures. */
final class CustomerMetrics {

    private static final int EVALUATIONS_PER_SAMPLE = 64;

    private final MetricGroup group;
    private final TallyMetrics applied;
    private final TallyMetrics duplicates;
    private final TallyMetrics late;
    private final Counter behind;
    private final Counter erased;
    private final Counter unready;
    private final Histogram evaluationNanos;
    private final Map<String, Counter> alerts = new HashMap<>();
    private final Map<String, Counter> rules = new HashMap<>();
    private final ConcurrentMap<String, Long> customers = new ConcurrentHashMap<>();
    private final ScoredMetrics scored;
    private ModelSet counted = ModelSet.NONE;
    private Counter[] active = {};
    private Counter[] shadow = {};
    private long evaluations;

    CustomerMetrics(RuntimeContext context, Map<String, Long> bands, IntSupplier waiting, LongSupplier lagMillis) {
        group = context.getMetricGroup().addGroup("latido");
        scored = new ScoredMetrics(context.getMetricGroup());
        applied = new TallyMetrics(context, TallyMetrics.APPLIED);
        duplicates = new TallyMetrics(context, TallyMetrics.DUPLICATE);
        late = new TallyMetrics(context, TallyMetrics.LATE);
        behind = group.counter("records_behind");
        erased = group.counter("records_erased");
        unready = group.counter("rules_unready");
        evaluationNanos = group.histogram("evaluation_seconds", new DurationHistogram());
        group.gauge("waiting_inputs", (Gauge<Integer>) waiting::getAsInt);
        group.gauge("watermark_lag_seconds", (Gauge<Double>) () -> lagMillis.getAsLong() / 1000.0);
        bands.forEach(this::add);
    }

    void applied() {
        applied.increment();
    }

    void duplicate() {
        duplicates.increment();
    }

    void late() {
        late.increment();
    }

    void behind() {
        behind.inc();
    }

    /** Events that were forgotten while they waited. */
    void erased(int events) {
        erased.inc(events);
    }

    /** A text of a rule in force that does not run. */
    void unready() {
        unready.inc();
    }

    void alert(Alert alert) {
        alerts.computeIfAbsent(
                        alert.ruleId() + ' ' + alert.severity() + ' ' + alert.status(),
                        key -> group.addGroup("rule", alert.ruleId())
                                .addGroup("severity", alert.severity())
                                .addGroup("status", alert.status())
                                .counter("alerts"))
                .inc();
    }

    /** An alert of a rule in shadow. */
    void shadowAlert(Alert alert) {
        ofRule("rule_shadow_alerts", alert.ruleId()).inc();
    }

    void scored(ModelSet models) {
        lookUp(models);
        increment(active);
    }

    void scoredInShadow(ModelSet models) {
        lookUp(models);
        increment(shadow);
    }

    private static void increment(Counter[] counters) {
        for (Counter counter : counters) {
            counter.inc();
        }
    }

    /** Looks up the counters of models where they are others than the last time. */
    @SuppressWarnings("ReferenceEquality") // a set is one and the same object as long as it is in force
    private void lookUp(ModelSet models) {
        if (models != counted) {
            counted = models;
            active = models.models().stream()
                    .map(model -> counter(model.name(), model.active(), Role.ACTIVE))
                    .toArray(Counter[]::new);
            shadow = models.models().stream()
                    .flatMap(model -> model.shadow().stream().map(one -> counter(model.name(), one, Role.SHADOW)))
                    .toArray(Counter[]::new);
        }
    }

    private Counter counter(String model, ScoringArtifact artifact, Role role) {
        return scored.counter(model, artifact.version(), role.text());
    }

    /** A match that alerted nobody because its rule had raised an alert not long ago. */
    void suppressed(String ruleId) {
        ofRule("rule_matches_suppressed", ruleId).inc();
    }

    void partialMatchesDropped(String ruleId, int count) {
        ofRule("rule_partial_matches_dropped", ruleId).inc(count);
    }

    private Counter ofRule(String name, String ruleId) {
        return rules.computeIfAbsent(
                name + ' ' + ruleId, key -> group.addGroup("rule", ruleId).counter(name));
    }

    /** A customer has come into being (from null), has been forgotten (to null), or has perhaps changed its band. */
    void moved(@Nullable String from, @Nullable String to) {
        if (from != null && from.equals(to)) {
            return;
        }
        if (from != null) {
            add(from, -1);
        }
        if (to != null) {
            add(to, 1);
        }
    }

    Map<String, Long> bands() {
        return Map.copyOf(customers);
    }

    /** Starts the measurement of an evaluation, of which every {@value #EVALUATIONS_PER_SAMPLE}th is taken; 0 if not. */
    long evaluationStarts() {
        return evaluations++ % EVALUATIONS_PER_SAMPLE == 0 ? System.nanoTime() : 0;
    }

    void evaluationEnds(long started) {
        if (started != 0) {
            evaluationNanos.update(System.nanoTime() - started);
        }
    }

    private void add(String band, long count) {
        if (customers.put(band, customers.getOrDefault(band, 0L) + count) == null) {
            group.addGroup("band", band).gauge("customers", (Gauge<Long>) () -> customers.getOrDefault(band, 0L));
        }
    }
}
