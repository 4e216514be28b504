package dev.latido.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
 * @param churnProbability value of the prediction of model {@code churn}; absent without one, or where that is no probability
 * @param riskLevel its level, {@code high}, {@code medium} or {@code low}; absent with {@code churnProbability}
 * @param modelVersion the artifact that it is of; absent without a prediction of that model
 * @param predictions of all models that score, in the order of their names; empty while onboarding, when cancelled and without
 *     models
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
        List<String> signals,
        @Nullable Double churnProbability,
        @Nullable String riskLevel,
        @Nullable String modelVersion,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Prediction> predictions) {

    public static final int SCHEMA_VERSION = 1;

    public HealthScore {
        requireNonNull(tenantId, "tenantId");
        requireNonNull(customerId, "customerId");
        requireNonNull(at, "at");
        requireNonNull(band, "band");
        requireNonNull(level, "level");
        requireNonNull(components, "components");
        signals = List.copyOf(signals);
        predictions = List.copyOf(predictions);
    }

    /** The health of a customer that no model has scored. */
    public HealthScore(
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
        this(
                schemaVersion,
                tenantId,
                customerId,
                at,
                score,
                band,
                previousBand,
                level,
                components,
                signals,
                null,
                null,
                null,
                List.of());
    }

    /** The same with what models say at this evaluation. */
    public HealthScore with(List<Prediction> said) {
        if (said.equals(predictions)) {
            return this;
        }
        Optional<Prediction> churn = said.stream()
                .filter(prediction -> prediction.model().equals(Prediction.CHURN))
                .findFirst();
        Optional<Prediction> probability = churn.filter(prediction -> prediction.level() != null);
        return new HealthScore(
                schemaVersion,
                tenantId,
                customerId,
                at,
                score,
                band,
                previousBand,
                level,
                components,
                signals,
                probability.map(Prediction::value).orElse(null),
                probability.map(Prediction::level).orElse(null),
                churn.map(Prediction::version).orElse(null),
                said);
    }
}
