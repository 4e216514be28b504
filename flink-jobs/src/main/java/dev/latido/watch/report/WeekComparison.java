package dev.latido.watch.report;

import org.jspecify.annotations.Nullable;

/** The figures of {@link ComparisonReport} for the last week. */
public record WeekComparison(
        long rows,
        @Nullable Double psi,
        @Nullable Double agreement,
        @Nullable Double rankCorrelation,
        @Nullable Double crossing) {}
