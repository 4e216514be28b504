package dev.latido.bench.rules;

import dev.latido.rule.CustomerFacts;
import dev.latido.rule.CustomerField;
import org.jspecify.annotations.Nullable;

/** A customer of whom nothing is known but events. */
enum NoFacts implements CustomerFacts {
    INSTANCE;

    @Override
    public @Nullable Object value(CustomerField field) {
        return null;
    }

    @Override
    public long daysUsed(String feature, long firstDaysAgo, long lastDaysAgo) {
        return 0;
    }
}
