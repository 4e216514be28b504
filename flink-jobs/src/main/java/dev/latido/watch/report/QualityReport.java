package dev.latido.watch.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good an artifact's scores were of which the last 90 days have shown whether they came true, once a day of event time.
 *
 * @param sha256Prefix the first 16 hex digits of the artifact's hash
 * @param label the outcome that was awaited
 * @param horizonDays for how long
 * @param rows scores, of which each customer has one at a time
 * @param positives those that came true
 * @param auc absent with too few rows, or where all or none came true
 * @param calibrationError the mean distance between {@code expected} and {@code observed} of the groups, by rows
 * @param calibration about ten groups, the lowest scores first
 * @param at event time up to which everything is counted
 */
public record QualityReport(
        int schemaVersion,
        String type,
        String model,
        String version,
        String sha256Prefix,
        String label,
        int horizonDays,
        long rows,
        long positives,
        @Nullable Double auc,
        @Nullable Double calibrationError,
        List<CalibrationGroup> calibration,
        Instant at)
        implements ModelRecord {

    public static final String TYPE = "quality";

    public QualityReport {
        requireNonNull(model, "model");
        requireNonNull(label, "label");
        requireNonNull(at, "at");
        calibration = List.copyOf(calibration);
    }
}
