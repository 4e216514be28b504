package dev.latido.watch.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that the watch over models has to say at an instant of event time.
 *
 * @param at every evaluation before it is counted, none from it on
 */
public record WatchReport(
        Instant at,
        List<DriftFinding> findings,
        List<DriftReport> drifts,
        List<ComparisonReport> comparisons,
        List<QualityReport> qualities) {

    /** Of every record of a report; rises only when readers must change. */
    public static final int SCHEMA_VERSION = 1;

    public WatchReport {
        requireNonNull(at, "at");
        findings = List.copyOf(findings);
        drifts = List.copyOf(drifts);
        comparisons = List.copyOf(comparisons);
        qualities = List.copyOf(qualities);
    }

    public boolean isEmpty() {
        return records().findAny().isEmpty();
    }

    /** Each record of the report, in order. */
    public Stream<ModelRecord> records() {
        return Stream.<List<? extends ModelRecord>>of(findings, drifts, comparisons, qualities)
                .flatMap(List::stream);
    }
}
