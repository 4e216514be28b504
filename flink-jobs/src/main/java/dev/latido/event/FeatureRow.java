package dev.latido.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What models see of a customer at one of its daily evaluations, as of that moment.
 *
 * @param at the evaluation's time
 * @param values one for each feature, in their order; NaN where it is missing
 */
public record FeatureRow(String tenantId, String customerId, Instant at, List<Float> values) implements FeatureRecord {

    public static final String TYPE = "features";

    public FeatureRow {
        requireNonNull(tenantId, "tenantId");
        requireNonNull(customerId, "customerId");
        requireNonNull(at, "at");
        values = List.copyOf(values);
    }
}
