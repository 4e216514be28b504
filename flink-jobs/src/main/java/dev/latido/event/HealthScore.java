package dev.latido.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's health at one evaluation.
 *
 * @param at the evaluation's time
 * @param score 0 to 100, one decimal
 * @param band {@code healthy}, {@code at_risk}, {@code critical}, {@code churned}, {@code onboarding} or {@code cancelled}
 * @param previousBand band of the record before this one; absent in a customer's first
 * @param level {@code none}, {@code monitor}, {@code urgent} or {@code immediate}
 * @param signals names of the active signals, sorted
 */
public record HealthScore(
        int schemaVersion,
        String tenantId,
        String customerId,
        Instant at,
        double score,
        String band,
        @Nullable String previousBand,
        String level,
        HealthComponents components,
        List<String> signals) {

    public static final int SCHEMA_VERSION = 1;

    public HealthScore {
        requireNonNull(tenantId, "tenantId");
        requireNonNull(customerId, "customerId");
        requireNonNull(at, "at");
        requireNonNull(band, "band");
        requireNonNull(level, "level");
        requireNonNull(components, "components");
        signals = List.copyOf(signals);
    }
}
