package dev.latido.rule;

import org.jspecify.annotations.Nullable;

/** What is known of the customer at the instant at which a rule looks. */
public interface CustomerFacts {

    /** The field's value in the Java type of its {@link CustomerField#type()}; null where it is absent. */
    @Nullable
    Object value(CustomerField field);

    /**
     * On how many of the days from {@code firstDaysAgo} to {@code lastDaysAgo} ago, both counted (today is 0, the most
     * is 29), the feature was used; {@code firstDaysAgo} is the more recent one.
     */
    long daysUsed(String feature, long firstDaysAgo, long lastDaysAgo);
}
