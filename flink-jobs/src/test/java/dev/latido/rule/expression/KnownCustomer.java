package dev.latido.rule.expression;

import dev.latido.rule.CustomerFacts;
import dev.latido.rule.CustomerField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer of whom a test says what is known; each feature was used on as many days as its name has characters. */
record KnownCustomer(Map<CustomerField, Object> values) implements CustomerFacts {

    static final KnownCustomer UNKNOWN = new KnownCustomer(Map.of());

    @Override
    public @Nullable Object value(CustomerField field) {
        return values.get(field);
    }

    @Override
    public long daysUsed(String feature, long firstDaysAgo, long lastDaysAgo) {
        return Math.min(feature.length(), lastDaysAgo - firstDaysAgo + 1);
    }
}
