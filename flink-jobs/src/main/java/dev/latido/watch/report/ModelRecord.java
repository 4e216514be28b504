package dev.latido.watch.report;

import java.time.Instant;

/** One record of what is said of a model. */
public sealed interface ModelRecord permits DriftFinding, DriftReport, ComparisonReport, QualityReport {

    String model();

    /** Event time at which it is said. */
    Instant at();
}
