package dev.latido.rule.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.latido.event.CustomerEvent;
import dev.latido.rule.KeptEvent;
import dev.latido.rule.Match;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A match, or a partial match that timed out, in comparable form. */
record Finding(String customer, boolean isTimedOut, String steps, long at) {

    static Finding of(Map<String, List<CustomerEvent>> found, boolean isTimedOut, long at) {
        String customer = found.values().iterator().next().get(0).customerId();
        Map<String, String> steps = new TreeMap<>();
        found.forEach((step, events) ->
                steps.put(step, events.stream().map(CustomerEvent::eventId).collect(joining(" "))));
        return new Finding(customer, isTimedOut, steps.toString(), at);
    }

    static Finding of(String customer, Match found, boolean isTimedOut, long at) {
        Map<String, String> steps = new TreeMap<>();
        found.steps()
                .forEach(step -> steps.put(
                        step.name(),
                        step.events().stream().map(KeptEvent::eventId).collect(joining(" "))));
        return new Finding(customer, isTimedOut, steps.toString(), at);
    }

    /** The matches of each customer in the order in which they were found. */
    static Map<String, List<Finding>> matchesByCustomer(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.isTimedOut)
                .collect(groupingBy(Finding::customer, TreeMap::new, toList()));
    }

    /** The same without the instant. */
    Finding whenever() {
        return new Finding(customer, isTimedOut, steps, 0);
    }
}
