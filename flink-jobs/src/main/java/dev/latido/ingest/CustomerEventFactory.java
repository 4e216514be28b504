package dev.latido.ingest;

import dev.latido.connector.record.EventFactory;
import dev.latido.connector.record.InvalidRecordException;
import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a {@link CustomerEvent} of what a mapping found; feedback without a usable score is no event. */
public final class CustomerEventFactory implements EventFactory<CustomerEvent> {

    /** The kinds that a mapping may name. */
    public static final Set<String> KINDS =
            Arrays.stream(Kind.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private static final long serialVersionUID = 1L;

    private static final double MAX_NPS = 10;
    private static final double DEFAULT_CSAT_SCALE = 5;

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
        if (kind == Kind.NPS) {
            requireScore(attributes.get("score"), MAX_NPS);
        } else if (kind == Kind.CSAT) {
            requireScore(attributes.get("score"), scale(attributes.get("scale")));
        }
        return new CustomerEvent(
                eventId, tenantId, customerId, userId, kind, name, Instant.ofEpochMilli(at), amountCents, attributes);
    }

    private static double scale(@Nullable String text) throws InvalidRecordException {
        if (text == null) {
            return DEFAULT_CSAT_SCALE;
        }
        double scale = number("scale", text);
        if (scale <= 0) {
            throw new InvalidRecordException("scale out of range (above 0)");
        }
        return scale;
    }

    private static void requireScore(@Nullable String text, double max) throws InvalidRecordException {
        if (text == null) {
            throw new InvalidRecordException("missing score");
        }
        double score = number("score", text);
        if (score < 0 || score > max) {
            throw new InvalidRecordException("score out of range (0 to " + max + ")");
        }
    }

    /** JSON's own form of a number: Java's would also take {@code 1d} and {@code 0x1p3}. */
    private static double number(String attribute, String text) throws InvalidRecordException {
        if (!text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?([eE][+-]?[0-9]{1,3})?")) {
            throw new InvalidRecordException(attribute + " is not a number");
        }
        return Double.parseDouble(text);
    }
}
