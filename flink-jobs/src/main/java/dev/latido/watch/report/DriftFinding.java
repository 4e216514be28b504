package dev.latido.watch.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature of a model, or its score, has drifted; or does so no longer.
 *
 * @param status {@value #OPEN} or {@value #RESOLVED}
 * @param feature its name, or {@code prediction} for the score
 * @param window {@code day} or {@code week}: where it shows most; absent when the artifact is no longer in force
 * @param psi population stability index of that window
 * @param rows in that window
 * @param bins the ranges whose part of the rows has changed most
 * @param message the same in words
 * @param at event time
 */
public record DriftFinding(
        int schemaVersion,
        String type,
        String finding,
        String status,
        String model,
        String version,
        String sha256,
        String feature,
        @Nullable String window,
        @Nullable Double psi,
        @Nullable Long rows,
        List<BinShare> bins,
        String message,
        Instant at)
        implements ModelRecord {

    public static final String TYPE = "finding";
    public static final String FINDING = "model-drift";
    public static final String OPEN = "open";
    public static final String RESOLVED = "resolved";

    public DriftFinding {
        requireNonNull(status, "status");
        requireNonNull(model, "model");
        requireNonNull(feature, "feature");
        requireNonNull(message, "message");
        requireNonNull(at, "at");
        bins = List.copyOf(bins);
    }
}
