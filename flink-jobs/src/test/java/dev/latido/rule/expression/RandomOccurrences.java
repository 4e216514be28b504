package dev.latido.rule.expression;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.rule.CustomerField;
import dev.latido.rule.Match;
import dev.latido.rule.Occurrence;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Events, customers and matches of which much is missing, by chance of a seed. */
final class RandomOccurrences {

    private static final List<String> TEXTS = List.of("", "a", "Cancel", "at_risk", "pro", "\u00e9");
    private static final List<Long> INTS = List.of(0L, 1L, -1L, 5L, 1000L, Long.MAX_VALUE);
    private static final List<Double> DOUBLES = List.of(0.0, -0.0, 1.0, 60.5, 1e300, Double.NaN, 9.3e18, -1.0);

    private final Random random;

    RandomOccurrences(long seed) {
        random = new Random(seed);
    }

    Occurrence next() {
        Instant at = Instant.ofEpochMilli(random.nextInt(10_000));
        Kind kind = random.nextBoolean() ? Kind.PAGE_VIEW : Kind.PAYMENT_FAILED;
        var event = new CustomerEvent(one(TEXTS), "t", "c", one(TEXTS), kind, one(TEXTS), at, one(INTS), attributes());
        return new Occurrence(event, at.toEpochMilli(), new KnownCustomer(values()));
    }

    Match soFar() {
        return random.nextBoolean()
                ? Kept.NOTHING
                : Kept.step(
                        "failed",
                        Kept.event("e1", one(TEXTS), "2025-01-01T10:00:00Z", one(INTS), attributes()),
                        Kept.event("e2", one(TEXTS), "2025-01-01T11:00:00Z", one(INTS), attributes()));
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (String name : List.of("k", "plan", "score")) {
            if (random.nextBoolean()) {
                attributes.put(name, one(TEXTS));
            }
        }
        return attributes;
    }

    private Map<CustomerField, Object> values() {
        Map<CustomerField, Object> values = new EnumMap<>(CustomerField.class);
        for (CustomerField field : CustomerField.values()) {
            if (random.nextInt(3) > 0) {
                values.put(
                        field,
                        switch (field.type()) {
                            case INT -> one(INTS);
                            case DOUBLE -> one(DOUBLES);
                            case BOOL -> random.nextBoolean();
                            case STRING -> one(TEXTS);
                            case STRINGS -> List.of(one(TEXTS), one(TEXTS));
                        });
            }
        }
        return values;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
