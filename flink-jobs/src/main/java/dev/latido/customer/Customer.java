package dev.latido.customer;

import static dev.latido.state.StateReader.NEVER;

import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerOutcome;
import dev.latido.event.HealthScore;
import dev.latido.event.Kind;
import dev.latido.feature.CustomerHistory;
import dev.latido.health.Assessment;
import dev.latido.health.Band;
import dev.latido.health.Health;
import dev.latido.health.Publishing;
import dev.latido.health.Standing;
import dev.latido.memory.UtcDay;
import dev.latido.rule.Occurrence;
import dev.latido.rule.running.RuleDesk;
import dev.latido.scoring.ModelSet;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.state.TextHash;
import dev.latido.watch.tally.QualitySamples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything known about one customer. Mutable, owned by one thread. */
public final class Customer {

    private static final int SECONDS_PER_DAY = 86_400;
    private static final int LAYOUT_WITH_RULES = 2;
    private static final int LAYOUT_WITH_HISTORY = 3;
    private static final int LAYOUT_WITH_MODELS = 4;
    private static final String EVALUATED_ID = "evaluated";

    private final String tenantId;
    private final String customerId;
    private final Assessment found = new Assessment();

    private DuplicateMemory duplicates = new DuplicateMemory();
    private Health health = new Health();
    private AlertDesk alerts = new AlertDesk();
    private Publishing publishing = new Publishing();
    private Standing latest = new Standing();
    private RuleDesk rules = new RuleDesk();
    private CustomerHistory history = new CustomerHistory();
    private OutcomeDesk outcomes = new OutcomeDesk();
    private RiskDesk risks = new RiskDesk();
    private QualitySamples samples = new QualitySamples();
    private CustomerFeatures features = new CustomerFeatures(health, history, found);
    private long lastPlace = NEVER;
    private long dailyAt = Long.MAX_VALUE;
    private long timerAt = Long.MAX_VALUE;
    private boolean cancelled;

    private Customer(String tenantId, String customerId) {
        this.tenantId = tenantId;
        this.customerId = customerId;
    }

    public static Customer create(String tenantId, String customerId) {
        return new Customer(tenantId, customerId);
    }

    public String tenantId() {
        return tenantId;
    }

    public String customerId() {
        return customerId;
    }

    /** Applies the arrival at its place and evaluates. False: a duplicate, nothing changed. */
    public boolean apply(Arrival arrival, Regime regime, Findings out) {
        CustomerPolicy policy = regime.policy();
        CustomerEvent event = arrival.event();
        long place = arrival.place();
        long id = TextHash.of(event.eventId());
        if (duplicates.knows(id, place, policy.duplicates())) {
            return false;
        }
        duplicates.remember(id, event.kind().isActivity(), place, policy.duplicates());
        letTimePass(place, regime, out);
        lastPlace = Math.max(lastPlace, place);
        health.apply(event, place, arrival.late(), policy.health());
        history.apply(event, place, policy.features());
        alerts.apply(event);
        boolean first = !latest.isKnown();
        boolean wasCancelled = cancelled;
        evaluate(place, event, regime, out);
        List<CustomerOutcome> come = outcomes.observe(event, health, history.billing(), wasCancelled, cancelled);
        for (CustomerOutcome outcome : come) {
            samples.happened(outcome, place, out.tallies()::label);
            if (policy.features().publish()) {
                out.feature(outcome);
            }
        }
        if (!arrival.late()) {
            watch(event, place, regime, out);
        }
        if (cancelled) {
            dailyAt = dailyInstantFrom(forgottenAt(policy));
        } else if (first || wasCancelled) {
            dailyAt = dailyInstantFrom(place);
        }
        return true;
    }

    /** The instant (ms) at which {@link #wake} is to be called next; Long.MAX_VALUE when never (no event applied yet). */
    public long wakeAt() {
        return Math.min(dailyAt, rules.deadline());
    }

    /** The instant for which the caller has set a timer, as the caller has said; Long.MAX_VALUE when for none. */
    public long timerAt() {
        return timerAt;
    }

    public void timerAt(long instant) {
        timerAt = instant;
    }

    /**
     * A daily instant or the end of a time that a rule waits for, after the events of that same instant. False: nothing is
     * left to remember (retention), the customer is to be dropped. Before its time it does nothing.
     */
    public boolean wake(long at, Regime regime, Findings out) {
        letTimePass(at, regime, out);
        if (at < dailyAt) {
            return true;
        }
        CustomerPolicy policy = regime.policy();
        if (at >= forgottenAt(policy)) {
            return false;
        }
        if (cancelled) {
            dailyAt = dailyInstantFrom(forgottenAt(policy));
            return true;
        }
        duplicates.forget(at, policy.duplicates());
        rules.forgetOver(at);
        samples.forgetOver(at);
        evaluate(at, null, regime, out);
        count(at, regime, out);
        if (policy.features().publish() && !found.isOnboarding()) {
            out.feature(features(at, policy).row(tenantId, customerId));
        }
        watch(evaluated(at), at, regime, out);
        dailyAt = dailyInstantFrom(at + 1);
        return true;
    }

    /** Shows the watch over models what they said at a daily evaluation. */
    private void count(long at, Regime regime, Findings out) {
        ModelSet models = regime.models();
        if (models.hasScored()) {
            models.scoreInShadow();
            out.scoredInShadow(models);
            regime.watched().count(samples, !outcomes.isNoticeGiven(), at, out.tallies());
        }
    }

    /** Shows the rules an event that has just been evaluated. */
    private void watch(CustomerEvent event, long place, Regime regime, Findings out) {
        if (rules.concerns(event, regime.rules())) {
            CustomerPolicy policy = regime.policy();
            CustomerView view = new CustomerView(health, found, regime, place);
            rules.apply(
                    new Occurrence(event, place, view),
                    regime.rules(),
                    new RuleAlerts(this, alerts, found, policy, out));
        }
    }

    /** What rules wait for ends at its own instant, before whatever else happens then. */
    private void letTimePass(long instant, Regime regime, Findings out) {
        if (rules.isBehind(regime.rules())) {
            rules.catchUp(regime.rules(), new RuleAlerts(this, alerts, found, regime.policy(), out));
        }
        while (rules.deadline() <= instant) {
            long due = rules.deadline();
            CustomerPolicy policy = regime.policy();
            assess(due, regime, out);
            rules.advance(
                    due,
                    new CustomerView(health, found, regime, due),
                    regime.rules(),
                    new RuleAlerts(this, alerts, found, policy, out));
        }
    }

    /** What models see of the customer as of its latest evaluation, which was at that instant. */
    CustomerFeatures features(long at, CustomerPolicy policy) {
        return features.asOf(at, policy.health());
    }

    private CustomerEvent evaluated(long at) {
        return new CustomerEvent(
                EVALUATED_ID,
                tenantId,
                customerId,
                customerId,
                Kind.EVALUATED,
                "",
                Instant.ofEpochMilli(at),
                0,
                Map.of());
    }

    /** Band of the latest evaluation; empty before the first. */
    public String band() {
        return latest.isKnown() ? latest.band().text() : "";
    }

    long paymentSucceededAt() {
        return health.paymentSucceededAt();
    }

    private void evaluate(long at, @Nullable CustomerEvent event, Regime regime, Findings out) {
        CustomerPolicy policy = regime.policy();
        assess(at, regime, out);
        if (publishing.isDue(found, policy.health().scorecard().emitStepTenths())) {
            HealthScore score = publishing.publish(found, tenantId, customerId, at);
            out.score(score.with(regime.models().predictions()));
        }
        alerts.observe(this, at, found, latest, event, policy, out);
        if (risks.concerns(regime)) {
            Evaluation evaluation = new Evaluation(this, at, found, event);
            risks.observe(evaluation, regime, new RiskAlerts(evaluation, alerts, policy, out));
        }
        latest.keep(found);
        cancelled = found.isCancelled();
    }

    /** Finds how the customer stands at the instant, and lets the models score it: not new customers, nor those that have left. */
    private void assess(long at, Regime regime, Findings out) {
        CustomerPolicy policy = regime.policy();
        ModelSet models = regime.models();
        health.assess(at, policy.health(), found);
        if (models.isEmpty()) {
            return;
        }
        if (found.isOnboarding() || found.isCancelled()) {
            models.pass();
        } else {
            features(at, policy).fill(models.features());
            models.score();
            out.scored(models);
        }
    }

    private long forgottenAt(CustomerPolicy policy) {
        return lastPlace + policy.health().scorecard().retentionMillis();
    }

    /** The first daily instant that is not before the given one. */
    private long dailyInstantFrom(long instant) {
        long offset = Math.floorMod(customerId.hashCode(), SECONDS_PER_DAY) * 1_000L;
        long sameDay = UtcDay.of(instant) * UtcDay.MILLIS + offset;
        return sameDay >= instant ? sameDay : sameDay + UtcDay.MILLIS;
    }

    void write(StateWriter out) {
        duplicates.write(out);
        health.write(out);
        alerts.write(out);
        publishing.write(out);
        latest.write(out);
        out.instant(dailyAt).instant(timerAt);
        rules.write(out);
        history.write(out);
        outcomes.write(out);
        risks.write(out);
        samples.write(out);
    }

    /** The largest place applied, near which most other instants in the state are. */
    long lastPlace() {
        return lastPlace;
    }

    static Customer read(String tenantId, String customerId, long lastPlace, StateReader in) {
        Customer read = new Customer(tenantId, customerId);
        read.lastPlace = lastPlace;
        read.duplicates = DuplicateMemory.read(in);
        read.health = Health.read(in);
        read.alerts = AlertDesk.read(in);
        read.publishing = Publishing.read(in);
        read.latest = Standing.read(in);
        read.dailyAt = in.instant();
        boolean withRules = in.version() >= LAYOUT_WITH_RULES;
        read.timerAt = withRules ? in.instant() : read.dailyAt;
        read.rules = withRules ? RuleDesk.read(in) : new RuleDesk();
        read.cancelled = read.latest.isKnown() && read.latest.band() == Band.CANCELLED;
        boolean withHistory = in.version() >= LAYOUT_WITH_HISTORY;
        read.history = withHistory ? CustomerHistory.read(in) : CustomerHistory.unknownUntil(lastPlace);
        read.outcomes = withHistory ? OutcomeDesk.read(in) : OutcomeDesk.ofUnknownPast(read.cancelled);
        boolean withModels = in.version() >= LAYOUT_WITH_MODELS;
        read.risks = withModels ? RiskDesk.read(in) : new RiskDesk();
        read.samples = withModels ? QualitySamples.read(in) : new QualitySamples();
        read.features = new CustomerFeatures(read.health, read.history, read.found);
        return read;
    }
}
