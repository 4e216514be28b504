package dev.latido.rule;

import static java.util.Objects.requireNonNull;

import dev.latido.event.Kind;
import java.util.Map;

/**
 * What a partial match remembers of an event.
 *
 * @param at when it happened, milliseconds since 1970-01-01 UTC
 * @param place where it stood in the order of its customer, in the same unit
 * @param attributes those that the rule reads
 * @param facts what the step's conditions read of the customer, by {@link CustomerField#text()} or
 *     {@link DaysUsed#text()}, as text
 */
public record KeptEvent(
        String eventId,
        Kind kind,
        String name,
        String userId,
        long at,
        long place,
        long amountCents,
        Map<String, String> attributes,
        Map<String, String> facts) {

    public KeptEvent {
        requireNonNull(eventId, "eventId");
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(userId, "userId");
        requireNonNull(attributes, "attributes");
        requireNonNull(facts, "facts");
    }
}
