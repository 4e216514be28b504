package dev.latido.rule;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A count that a condition asks of the customer: on how many days a feature was used.
 *
 * @param feature the feature's name; null where the condition goes through several
 * @param firstDaysAgo the most recent day, 0 for today
 * @param lastDaysAgo the day furthest back
 */
public record DaysUsed(@Nullable String feature, long firstDaysAgo, long lastDaysAgo) {

    /** The call as it is written in a condition; {@code *} stands for each of the customer's features. */
    public String text() {
        return "daysUsed(" + (feature == null ? "*" : feature) + ", " + firstDaysAgo + ", " + lastDaysAgo + ")";
    }

    /** The number or, where the condition goes through several features, the number for each that the customer uses. */
    public String value(CustomerFacts customer) {
        if (feature != null) {
            return Long.toString(days(customer, feature));
        }
        return customer.value(CustomerField.FEATURES) instanceof List<?> features
                ? features.stream()
                        .map(String::valueOf)
                        .map(each -> each + " " + days(customer, each))
                        .collect(Collectors.joining(", "))
                : "";
    }

    private long days(CustomerFacts customer, String name) {
        return customer.daysUsed(name, firstDaysAgo, lastDaysAgo);
    }
}
