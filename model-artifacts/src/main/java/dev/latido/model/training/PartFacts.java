package dev.latido.model.training;

import dev.latido.model.artifact.TrainingFacts;
import java.time.Instant;
import java.util.Arrays;
import java.util.LongSummaryStatistics;
import org.jspecify.annotations.Nullable;

/** What a manifest says of some rows. */
record PartFacts(TrainingRows rows, boolean isProbability) {

    private static final double DECIMALS = 1e6;

    TrainingFacts.Part of(int[] some) {
        LongSummaryStatistics times =
                Arrays.stream(some).mapToLong(row -> rows.row(row).at()).summaryStatistics();
        double sum = 0;
        for (int row : some) {
            sum += rows.label(row);
        }
        double mean = Math.round(sum / some.length * DECIMALS) / DECIMALS;
        return new TrainingFacts.Part(
                time(times.getMin()),
                time(times.getMax()),
                some.length,
                isProbability ? Math.round(sum) : null,
                isProbability ? mean : null,
                isProbability ? null : mean);
    }

    private static @Nullable String time(long at) {
        return at == TrainingRows.NO_TIME ? null : Instant.ofEpochMilli(at).toString();
    }
}
