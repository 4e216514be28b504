package dev.latido.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The events that a rule has matched, on one line. */
final class MatchedEvents {

    private static final int LONGEST = 160;

    /** The events of one step: how many, and the first and the last of them. */
    private record StepEvents(int count, JsonNode first, JsonNode last) {}

    private MatchedEvents() {}

    static String inWords(JsonNode events) {
        Map<String, StepEvents> steps = new LinkedHashMap<>();
        for (JsonNode event : events) {
            steps.merge(
                    event.path("step").asText(),
                    new StepEvents(1, event, event),
                    (before, now) -> new StepEvents(before.count() + 1, before.first(), now.last()));
        }
        StringJoiner words = new StringJoiner(" > ");
        steps.forEach((step, matched) -> words.add(inWords(step, matched)));
        String line = words.toString();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
    }

    private static String inWords(String step, StepEvents matched) {
        return matched.count() == 1
                ? step + ": " + event(matched.first())
                : step + " (" + matched.count() + " times): " + event(matched.first()) + " .. " + event(matched.last());
    }

    private static String event(JsonNode event) {
        String name = event.path("name").asText();
        return event.path("kind").asText() + (name.isEmpty() ? "" : " " + name) + " "
                + event.path("at").asText().replace('T', ' ').substring(0, 16);
    }
}
