package dev.latido.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sound delivery, read by somebody who knows the aliases. */
record Told(Delivery delivery, String id, String customer, Instant at, JsonNode json) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant LATEST_PLAUSIBLE = Instant.parse("2100-01-01T00:00:00Z");
    private static final Instant EARLIEST_PLAUSIBLE = Instant.parse("2000-01-01T00:00:00Z");

    static List<Delivery> deliveries(Simulation simulation) {
        List<Delivery> deliveries = new ArrayList<>();
        simulation.forEach(deliveries::add);
        return deliveries;
    }

    /** The sound ones of these deliveries, in their order, each event once. */
    static List<Told> once(Simulation simulation, List<Delivery> deliveries) {
        Map<String, String> customers = new HashMap<>();
        simulation.aliases().forEach(alias -> customers.put(alias.source() + alias.foreignId(), alias.customer()));
        Map<String, Told> once = new LinkedHashMap<>();
        for (Delivery delivery : deliveries) {
            read(delivery, customers).ifPresent(told -> once.putIfAbsent(told.id(), told));
        }
        return List.copyOf(once.values());
    }

    static Optional<JsonNode> json(Delivery delivery) {
        try {
            return Optional.of(MAPPER.readTree(text(delivery)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static String text(Delivery delivery) {
        return new String(delivery.json(), StandardCharsets.UTF_8);
    }

    String type() {
        return json.path("type").asText(json.path("kind").asText());
    }

    private static Optional<Told> read(Delivery delivery, Map<String, String> customers) {
        return json(delivery).flatMap(json -> switch (delivery.source()) {
            case "segment" ->
                told(
                        delivery,
                        json,
                        "messageId",
                        customers.get("segment" + json.at("/context/groupId").asText()),
                        time(json.path("timestamp")));
            case "stripe" ->
                told(
                        delivery,
                        json,
                        "id",
                        customers.get("stripe" + json.at(stripeCustomer(json)).asText()),
                        time(json.path("created")));
            case "zendesk" ->
                told(
                        delivery,
                        json,
                        "id",
                        customers.get(
                                "zendesk" + json.at("/detail/organization_id").asText()),
                        time(json.path("time")));
            default -> told(delivery, json, "eventId", json.path("customerId").textValue(), time(json.path("at")));
        });
    }

    private static String stripeCustomer(JsonNode json) {
        return json.path("type").asText().equals("customer.created") ? "/data/object/id" : "/data/object/customer";
    }

    private static Optional<Told> told(
            Delivery delivery, JsonNode json, String id, @Nullable String customer, Optional<Instant> at) {
        if (customer == null || at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Told(delivery, json.path(id).asText(), customer, at.get(), json));
    }

    private static Optional<Instant> time(JsonNode node) {
        Optional<Instant> at = Optional.empty();
        if (node.isTextual()) {
            at = Optional.of(Instant.parse(node.textValue()));
        } else if (node.isNumber()) {
            at = Optional.of(Instant.ofEpochSecond(node.longValue()));
        }
        return at.filter(time -> time.isAfter(EARLIEST_PLAUSIBLE) && time.isBefore(LATEST_PLAUSIBLE));
    }
}
