package dev.latido.customer;

import dev.latido.alert.AlertCourse;
import dev.latido.alert.AlertText;
import dev.latido.alert.Causes;
import dev.latido.event.Alert;
import dev.latido.event.Alert.SignalReading;
import dev.latido.event.CustomerEvent;
import dev.latido.event.Level;
import dev.latido.health.Assessment;
import dev.latido.health.Scorecard;
import dev.latido.health.Signal;
import dev.latido.health.Standing;
import dev.latido.memory.UtcDay;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The alerts of one customer, with what is remembered as evidence for the next one. */
final class AlertDesk {

    private static final int TICKET_DAYS = 30;
    private static final int FAILURE_DAYS = 90;

    private AlertCourse course = new AlertCourse();
    private Causes causes = new Causes();
    /** The evaluation before the one that last changed the level. */
    private Standing before = new Standing();

    void apply(CustomerEvent event) {
        causes.apply(event);
    }

    /**
     * Takes in an evaluation and publishes what follows from it.
     *
     * @param latest the evaluation before this one
     * @param event what was applied just before, null on a daily evaluation
     */
    void observe(
            Customer customer,
            long at,
            Assessment found,
            Standing latest,
            @Nullable CustomerEvent event,
            CustomerPolicy policy,
            Findings out) {
        if (found.level() != latest.level()) {
            before.keep(latest);
            causes.levelChanged(event);
        }
        int today = UtcDay.of(at);
        causes.forget((today - TICKET_DAYS + 1) * UtcDay.MILLIS, (today - FAILURE_DAYS + 1) * UtcDay.MILLIS);

        AlertCourse.Step step = course.observe(at, event == null, found.level(), found.isCancelled(), policy.alerts());
        if (step != AlertCourse.Step.NOTHING) {
            out.alert(alert(customer, at, step, found, event, policy));
        }
    }

    private Alert alert(
            Customer customer,
            long at,
            AlertCourse.Step step,
            Assessment found,
            @Nullable CustomerEvent event,
            CustomerPolicy policy) {
        List<SignalReading> signals = readings(found, policy.health().scorecard());
        List<String> eventIds =
                causes.eventIds(Signal.SUPPORT_OVERUSE.isIn(found.signals()), failuresSince(customer, found), event);
        Level severity = course.severity();
        return new Alert(
                Alert.SCHEMA_VERSION,
                course.alertId(customer.tenantId(), customer.customerId()),
                customer.tenantId(),
                customer.customerId(),
                AlertCourse.RULE_ID,
                severity.text(),
                step == AlertCourse.Step.RESOLVED ? "resolved" : "open",
                Instant.ofEpochMilli(at),
                AlertText.title(customer.customerId(), step, severity, found.isCancelled(), signals),
                AlertText.message(step, severity, found.band().text(), signals, before.score(), found.score()),
                evidence(found, policy, eventIds, null, null));
    }

    /**
     * The state of things in which an alert is published.
     *
     * @param match what a rule of sequences matched; null for others
     * @param prediction what a model said; null for others
     */
    Alert.Evidence evidence(
            Assessment found,
            CustomerPolicy policy,
            List<String> eventIds,
            Alert.@Nullable RuleMatch match,
            Alert.@Nullable ExplainedPrediction prediction) {
        return new Alert.Evidence(
                before.score(),
                found.score(),
                before.components(),
                found.components(),
                readings(found, policy.health().scorecard()),
                eventIds,
                match,
                prediction);
    }

    /** Failures that a payment has made good since are no cause. */
    private static long failuresSince(Customer customer, Assessment found) {
        boolean failing = Signal.PAYMENT_DELAY.isIn(found.signals()) || found.level() == Level.IMMEDIATE;
        return failing ? customer.paymentSucceededAt() : Long.MAX_VALUE;
    }

    private static List<SignalReading> readings(Assessment found, Scorecard scorecard) {
        List<SignalReading> readings = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            if (signal.isIn(found.signals())) {
                readings.add(new SignalReading(
                        signal.text(),
                        signal.quantity(),
                        found.measured(signal),
                        Assessment.threshold(signal, scorecard)));
            }
        }
        return readings;
    }

    void write(StateWriter out) {
        course.write(out);
        causes.write(out);
        before.write(out);
    }

    static AlertDesk read(StateReader in) {
        AlertDesk read = new AlertDesk();
        read.course = AlertCourse.read(in);
        read.causes = Causes.read(in);
        read.before = Standing.read(in);
        return read;
    }
}
