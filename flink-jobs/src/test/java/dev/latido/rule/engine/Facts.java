package dev.latido.rule.engine;

import dev.latido.rule.CustomerFacts;
import dev.latido.rule.CustomerField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer of whom some facts are known. */
record Facts(Map<CustomerField, Object> known) implements CustomerFacts {

    static final Facts NONE = new Facts(Map.of());

    @Override
    public @Nullable Object value(CustomerField field) {
        return known.get(field);
    }

    @Override
    public long daysUsed(String feature, long firstDaysAgo, long lastDaysAgo) {
        return 0;
    }
}
