package dev.latido.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Where a customer stands, as its latest health score says. */
record Standing(String customerId, double score, String band, List<String> signals) {

    static Standing of(Result healthScore) {
        return new Standing(
                healthScore.text("customerId"),
                healthScore.json().path("score").asDouble(),
                healthScore.text("band"),
                StreamSupport.stream(healthScore.json().path("signals").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }
}
