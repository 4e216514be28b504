package dev.latido.watch.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an artifact in the shadow makes of the rows that the active one scores, once a day of event time.
 *
 * @param rows scored by both, since the beginning
 * @param psi population stability index of the shadow's scores against the active ones
 * @param agreement share of rows on the same level of risk; absent where scores are amounts
 * @param rankCorrelation Spearman's; absent where one of both scores all alike
 * @param crossing share of rows that are high with one of both only
 * @param raised the part of it that is high in the shadow
 * @param since event time of the first row
 * @param lastWeek the same figures for the last week
 * @param at event time up to which everything is counted
 */
public record ComparisonReport(
        int schemaVersion,
        String type,
        String model,
        ReportedArtifact active,
        ReportedArtifact shadow,
        long rows,
        @Nullable Double psi,
        @Nullable Double agreement,
        @Nullable Double rankCorrelation,
        @Nullable Double crossing,
        @Nullable Double raised,
        Instant since,
        WeekComparison lastWeek,
        Instant at)
        implements ModelRecord {

    public static final String TYPE = "comparison";

    public ComparisonReport {
        requireNonNull(model, "model");
        requireNonNull(active, "active");
        requireNonNull(shadow, "shadow");
        requireNonNull(since, "since");
        requireNonNull(lastWeek, "lastWeek");
        requireNonNull(at, "at");
    }
}
