package dev.latido.ingest;

import dev.latido.connector.record.EventFactory;
import dev.latido.connector.record.InvalidRecordException;
import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.event.Rating;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a {@link CustomerEvent} of what a mapping found; feedback without a usable score is no event. */
public final class CustomerEventFactory implements EventFactory<CustomerEvent> {

    /** The kinds that a mapping may name. */
    public static final Set<String> KINDS =
            Arrays.stream(Kind.values()).filter(Kind::isInput).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private static final long serialVersionUID = 1L;

    @Override
    public CustomerEvent create(
            String eventId,
            String tenantId,
            String customerId,
            String userId,
            String kindName,
            String name,
            long at,
            long amountCents,
            Map<String, String> attributes)
            throws InvalidRecordException {
        if (!KINDS.contains(kindName)) {
            throw new InvalidRecordException("unknown kind");
        }
        Kind kind = Kind.valueOf(kindName);
        if (kind.family() == Kind.Family.FEEDBACK) {
            requireRating(kind, attributes);
        }
        return new CustomerEvent(
                eventId, tenantId, customerId, userId, kind, name, Instant.ofEpochMilli(at), amountCents, attributes);
    }

    private static void requireRating(Kind kind, Map<String, String> attributes) throws InvalidRecordException {
        if (!attributes.containsKey("score")) {
            throw new InvalidRecordException("missing score");
        }
        if (Double.isNaN(Rating.of(kind, attributes))) {
            throw new InvalidRecordException("score is not a number on its scale");
        }
    }
}
