package dev.latido.model.artifact;

import org.jspecify.annotations.Nullable;

/**
 * What a model was trained on; what is not known is null.
 *
 * @param from time of the first row that it learned from, ISO-8601
 * @param to time of the last row that it learned from, ISO-8601
 * @param rows how many rows it learned from
 * @param positives how many of them came true, where the label is not an amount
 * @param baseRate the share of them that came true, where the label is not an amount
 * @param mean of the amounts, where the label is one
 * @param seed of everything that was drawn
 * @param validation the rows that chose the number of rounds, the calibration and the cuts
 * @param test the rows that the metrics are of
 */
public record TrainingFacts(
        @Nullable String from,
        @Nullable String to,
        @Nullable Long rows,
        @Nullable Long positives,
        @Nullable Double baseRate,
        @Nullable Double mean,
        @Nullable Long seed,
        @Nullable Part validation,
        @Nullable Part test) {

    /**
     * A part of the rows; what is not known is null.
     *
     * @param from time of the first row, ISO-8601
     * @param to time of the last row, ISO-8601
     * @param rows how many
     * @param positives how many of them came true, where the label is not an amount
     * @param baseRate the share of them that came true, where the label is not an amount
     * @param mean of the amounts, where the label is one
     */
    public record Part(
            @Nullable String from,
            @Nullable String to,
            long rows,
            @Nullable Long positives,
            @Nullable Double baseRate,
            @Nullable Double mean) {}

    public static TrainingFacts of(Part learned, long seed, Part validation, Part test) {
        return new TrainingFacts(
                learned.from(),
                learned.to(),
                learned.rows(),
                learned.positives(),
                learned.baseRate(),
                learned.mean(),
                seed,
                validation,
                test);
    }
}
