package dev.latido.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finding about one customer that a person should see. Published when it opens, when its severity rises, and when it is
 * resolved, each time under the same id. Those of rules that nothing resolves are published once.
 *
 * @param alertId 32 hex digits; the same input gives the same id
 * @param ruleId what found it: {@code health-level}, a model's name and {@code -risk}, or the id of a rule
 * @param severity {@code monitor}, {@code urgent} or {@code immediate}
 * @param status {@code open} or {@code resolved}
 * @param at the evaluation's time
 * @param title one line
 * @param message what a customer-success person needs to know, in sentences
 */
public record Alert(
        int schemaVersion,
        String alertId,
        String tenantId,
        String customerId,
        String ruleId,
        String severity,
        String status,
        Instant at,
        String title,
        String message,
        Evidence evidence) {

    public static final int SCHEMA_VERSION = 1;

    public Alert {
        requireNonNull(alertId, "alertId");
        requireNonNull(tenantId, "tenantId");
        requireNonNull(customerId, "customerId");
        requireNonNull(ruleId, "ruleId");
        requireNonNull(severity, "severity");
        requireNonNull(status, "status");
        requireNonNull(at, "at");
        requireNonNull(title, "title");
        requireNonNull(message, "message");
        requireNonNull(evidence, "evidence");
    }

    /**
     * Why an alert was published.
     *
     * @param scoreBefore score of the evaluation before the one that changed the customer's level; absent where there was none
     * @param componentsBefore the components that belong to {@code scoreBefore}
     * @param eventIds the events that caused it, oldest first, at most 20
     * @param match what a rule of sequences matched; absent for others
     * @param prediction what a model said, and why; absent for others, and where the model did not score any more
     */
    public record Evidence(
            @Nullable Double scoreBefore,
            double scoreAfter,
            @Nullable HealthComponents componentsBefore,
            HealthComponents componentsAfter,
            List<SignalReading> signals,
            List<String> eventIds,
            @Nullable RuleMatch match,
            @Nullable ExplainedPrediction prediction) {

        public Evidence {
            requireNonNull(componentsAfter, "componentsAfter");
            signals = List.copyOf(signals);
            eventIds = List.copyOf(eventIds);
        }
    }

    /**
     * What a model said of a customer, and what counted most.
     *
     * @param version the artifact of that model
     * @param probability as in {@link Prediction#value}
     * @param level {@code high}, {@code medium} or {@code low}
     * @param margin the model's sum before it becomes a probability, and before calibration
     * @param factors what counted most, strongest first; at most five
     */
    public record ExplainedPrediction(
            String model, String version, double probability, String level, double margin, List<Factor> factors) {
        public ExplainedPrediction {
            requireNonNull(model, "model");
            requireNonNull(version, "version");
            requireNonNull(level, "level");
            factors = List.copyOf(factors);
        }
    }

    /**
     * A fact about the customer that a prediction follows from.
     *
     * @param feature the name of the feature
     * @param value its value; absent where it is missing
     * @param contribution what it adds to the margin, as an exact Shapley value of the trees (TreeSHAP), four decimals
     * @param text value and direction in words
     */
    public record Factor(String feature, @Nullable Double value, double contribution, String text) {
        public Factor {
            requireNonNull(feature, "feature");
            requireNonNull(text, "text");
        }
    }

    /**
     * What a rule matched.
     *
     * @param events in the order of the rule's steps, those of one step oldest first; at most 100
     */
    public record RuleMatch(int ruleVersion, List<MatchedEvent> events) {
        public RuleMatch {
            events = List.copyOf(events);
        }
    }

    /**
     * An event that matched a step, with the values that the rule read.
     *
     * @param step the step's name in the rule
     * @param kind the kind's name
     * @param name page, feature or action; empty where there is none
     * @param amountCents minor units; 0 where no money is involved
     * @param attributes those of the event's attributes that the rule reads
     * @param customer what the step's conditions read of the customer, as it was after the event
     */
    public record MatchedEvent(
            String step,
            String eventId,
            String kind,
            String name,
            String userId,
            Instant at,
            long amountCents,
            Map<String, String> attributes,
            Map<String, String> customer) {
        public MatchedEvent {
            requireNonNull(step, "step");
            requireNonNull(eventId, "eventId");
            requireNonNull(kind, "kind");
            requireNonNull(name, "name");
            requireNonNull(userId, "userId");
            requireNonNull(at, "at");
            attributes = Map.copyOf(attributes);
            customer = Map.copyOf(customer);
        }
    }

    /**
     * An active signal with what was measured and the bound it crossed.
     *
     * @param value what was measured, in the unit that {@code quantity} names
     */
    public record SignalReading(String signal, String quantity, double value, double threshold) {
        public SignalReading {
            requireNonNull(signal, "signal");
            requireNonNull(quantity, "quantity");
        }
    }
}
