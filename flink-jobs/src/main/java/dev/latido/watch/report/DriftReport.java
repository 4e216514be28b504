package dev.latido.watch.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a model's input and its scores are from what it was trained on, once a day of event time.
 *
 * @param sha256 of the artifact that is active
 * @param rowsDay evaluations of the last day
 * @param rowsWeek evaluations of the last week
 * @param psiDay of the scores, the population stability index; absent with too few rows or without a reference
 * @param psiWeek of the scores
 * @param features those that have drifted furthest, the furthest first
 * @param at event time up to which everything is counted
 */
public record DriftReport(
        int schemaVersion,
        String type,
        String model,
        String version,
        String sha256,
        long rowsDay,
        long rowsWeek,
        @Nullable Double psiDay,
        @Nullable Double psiWeek,
        List<FeatureDrift> features,
        Instant at)
        implements ModelRecord {

    public static final String TYPE = "drift";

    public DriftReport {
        requireNonNull(model, "model");
        requireNonNull(at, "at");
        features = List.copyOf(features);
    }
}
