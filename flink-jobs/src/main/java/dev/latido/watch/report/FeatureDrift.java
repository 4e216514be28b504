package dev.latido.watch.report;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * How far a feature has drifted, as population stability index.
 *
 * @param day of the last day; absent with too few rows
 * @param week of the last week
 */
public record FeatureDrift(
        String feature, @Nullable Double day, @Nullable Double week) {
    public FeatureDrift {
        requireNonNull(feature, "feature");
    }
}
