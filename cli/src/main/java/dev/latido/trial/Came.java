package dev.latido.trial;

import static java.util.Objects.requireNonNull;

import dev.latido.event.Alert;
import dev.latido.event.Alert.MatchedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An alert that a rule raised, or that was resolved, in a test case.
 *
 * @param steps ids of the events by step, in the rule's order
 */
public record Came(Instant at, String status, Map<String, List<String>> steps) {

    public Came {
        requireNonNull(at, "at");
        requireNonNull(status, "status");
        requireNonNull(steps, "steps");
    }

    static Came of(Alert alert) {
        Map<String, List<String>> steps = new LinkedHashMap<>();
        Alert.RuleMatch match = alert.evidence().match();
        for (MatchedEvent event : match == null ? List.<MatchedEvent>of() : match.events()) {
            steps.computeIfAbsent(event.step(), step -> new ArrayList<>()).add(event.eventId());
        }
        return new Came(alert.at(), alert.status(), steps);
    }

    String words() {
        return words(at, status, steps);
    }

    static String words(Instant at, String status, Map<String, List<String>> steps) {
        String alert = (status.equals("open") ? "an open alert at " : "a " + status + " alert at ") + at;
        return steps.isEmpty() ? alert : alert + " with " + words(steps);
    }

    static String words(Map<String, List<String>> steps) {
        return steps.entrySet().stream()
                .map(step -> step.getKey() + " = [" + String.join(", ", step.getValue()) + "]")
                .collect(Collectors.joining(", "));
    }
}
