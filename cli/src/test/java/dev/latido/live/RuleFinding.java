package dev.latido.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * An alert of a rule.
 *
 * @param begun time of the first event that it matched
 */
record RuleFinding(String rule, int version, Instant begun, Instant at) {

    /** Empty where the alert is not of a rule. */
    static Optional<RuleFinding> of(JsonNode alert) {
        JsonNode match = alert.at("/evidence/match");
        return match.isMissingNode()
                ? Optional.empty()
                : Optional.of(new RuleFinding(
                        alert.path("ruleId").asText(),
                        match.path("ruleVersion").asInt(),
                        Instant.parse(match.at("/events/0/at").asText()),
                        Instant.parse(alert.path("at").asText())));
    }

    boolean isOf(String otherRule, int otherVersion) {
        return rule.equals(otherRule) && version == otherVersion;
    }

    /** Whether its events stand on both sides of the instant; what happens at it stands behind. */
    boolean spans(Instant instant) {
        return begun.isBefore(instant) && !at.isBefore(instant);
    }
}
