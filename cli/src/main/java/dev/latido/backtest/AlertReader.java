package dev.latido.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Alerts as they open, read from records of the job. */
final class AlertReader {

    private final Set<String> rules;
    private final Set<String> others;
    private final Set<String> open = new HashSet<>();
    private final List<Firing> firings = new ArrayList<>();

    /**
     * A reader of those that count.
     *
     * @param rules ids of rules
     * @param others what else is the rule id of alerts: that of health levels, those of models
     */
    AlertReader(Set<String> rules, Set<String> others) {
        this.rules = Set.copyOf(rules);
        this.others = Set.copyOf(others);
    }

    /** Takes the next alert; one that is published again because it has become more severe is the same. */
    void add(JsonNode alert) {
        String ruleId = alert.required("ruleId").textValue();
        if (!alert.required("status").textValue().equals("open")) {
            return;
        }
        JsonNode evidence = alert.required("evidence");
        if (evidence.has("match") && rules.contains(ruleId)) {
            firings.add(ofRule(alert, evidence.required("match")));
        } else if (others.contains(ruleId) && open.add(alert.required("alertId").textValue())) {
            firings.add(firing(alert, Firing.NO_VERSION, texts(evidence.required("eventIds"))));
        }
    }

    List<Firing> firings() {
        return firings;
    }

    private static Firing ofRule(JsonNode alert, JsonNode match) {
        List<String> eventIds = new ArrayList<>();
        match.required("events")
                .forEach(event -> eventIds.add(event.required("eventId").textValue()));
        return firing(alert, match.required("ruleVersion").intValue(), eventIds);
    }

    private static Firing firing(JsonNode alert, int version, List<String> eventIds) {
        return new Firing(
                alert.required("ruleId").textValue(),
                version,
                alert.required("tenantId").textValue(),
                alert.required("customerId").textValue(),
                Instant.parse(alert.required("at").textValue()),
                eventIds);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.textValue()));
        return texts;
    }
}
