package dev.latido.model.report;

import java.util.Locale;
import java.util.Map;

/** How metrics are called and written for people. */
public final class MetricNames {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("auc", "AUC"),
            Map.entry("prAuc", "PR-AUC (average precision)"),
            Map.entry("logLoss", "Log loss"),
            Map.entry("brier", "Brier score"),
            Map.entry("calibrationError", "Expected calibration error"),
            Map.entry("precisionTopDecile", "Precision in the top decile"),
            Map.entry("recallTopDecile", "Recall in the top decile"),
            Map.entry("liftTopDecile", "Lift in the top decile"),
            Map.entry("shareHigh", "Share of the rows that are high"),
            Map.entry("precisionHigh", "Precision of high"),
            Map.entry("recallHigh", "Recall of high"),
            Map.entry("leadTimeDays", "Median days before"),
            Map.entry("meanAbsoluteError", "Mean absolute error"),
            Map.entry("meanAbsoluteErrorOfMean", "Mean absolute error of the mean alone"),
            Map.entry("rootMeanSquareError", "Root mean square error"),
            Map.entry("meanPredicted", "Mean predicted"),
            Map.entry("meanActual", "Mean actual"),
            Map.entry("rankCorrelation", "Rank correlation"));

    private MetricNames() {}

    /** The name of a metric for people; its own where it has no other. */
    public static String of(String metric) {
        return NAMES.getOrDefault(metric, metric);
    }

    /** Three decimals, or none from 1000 on. */
    public static String value(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 1_000 ? "%.3f" : "%,.0f", value);
    }
}
