package dev.latido.watch.report;

/**
 * Scores that are near each other.
 *
 * @param expected their mean
 * @param observed the share of them that came true
 */
public record CalibrationGroup(long rows, double expected, double observed) {}
