package dev.latido.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latido.model.training.Parts.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TimeSplitTest {

    private static final Duration HORIZON = Duration.ofDays(30);

    @Test
    void nothingThatIsLearnedCouldOnlyBeKnownLater() {
        TrainingRows rows = Samples.weekly(3, 40, 1);

        Parts parts = split(40, Optional.empty()).parts(rows);

        Trial trial = parts.trials().get(0);
        assertThat(parts.trials()).hasSize(1);
        assertThat(parts.learned()).isEqualTo(trial.fit());
        assertThat(times(rows, trial.check()).getMin()
                        - times(rows, trial.fit()).getMax())
                .isGreaterThanOrEqualTo(HORIZON.toMillis());
        assertThat(times(rows, parts.test()).getMin()
                        - times(rows, trial.check()).getMax())
                .isGreaterThanOrEqualTo(HORIZON.toMillis());
        assertThat(trial.fit()).isNotEmpty();
        assertThat(trial.check()).isNotEmpty();
        assertThat(parts.test()).isNotEmpty();
    }

    @Test
    void timeThatIsTooShortForLaterRowsIsCheckedWithOtherCustomers() {
        TrainingRows rows = Samples.weekly(50, 10, 1);

        Parts parts = split(10, Optional.empty()).parts(rows);

        assertThat(parts.trials()).hasSize(Fold.FOLDS);
        for (Trial trial : parts.trials()) {
            assertThat(subjects(rows, trial.fit())).doesNotContainAnyElementsOf(subjects(rows, trial.check()));
        }
        assertThat(parts.checked()).containsExactlyInAnyOrder(parts.learned());
        assertThat(times(rows, parts.test()).getMin()
                        - times(rows, parts.learned()).getMax())
                .isGreaterThanOrEqualTo(HORIZON.toMillis());
    }

    @Test
    void theTestBeginsWhenOneAsksForIt() {
        TrainingRows rows = Samples.weekly(3, 12, 1);
        Instant testFrom = Samples.START.plus(Duration.ofDays(56));

        Parts parts = split(12, Optional.of(testFrom)).parts(rows);

        assertThat(times(rows, parts.test()).getMin()).isEqualTo(testFrom.toEpochMilli());
        assertThat(parts.test()).hasSize(3 * 4);
        assertThat(times(rows, parts.learned()).getMax())
                .isEqualTo(Samples.START.plus(Duration.ofDays(21)).toEpochMilli());
    }

    @Test
    void timeWithoutRoomForTheHorizonIsRefused() {
        assertThatExceptionOfType(TrainingException.class)
                .isThrownBy(() -> split(4, Optional.empty()))
                .withMessage(
                        "The rows whose outcome is known are from 2025-01-01T00:00:00Z to 2025-01-22T00:00:00Z, which is"
                                + " too short for a split by time: rows to learn from must lie 30 days, the horizon, before those of"
                                + " the test.");
        assertThatExceptionOfType(TrainingException.class)
                .isThrownBy(() -> split(40, Optional.of(Samples.START.plus(Duration.ofDays(20)))))
                .withMessageContaining("split by time at 2025-01-21T00:00:00Z: rows to learn from");
    }

    private static TimeSplit split(int weeks, Optional<Instant> testFrom) {
        return TimeSplit.of(Samples.START, Samples.START.plus(Duration.ofDays(7L * (weeks - 1))), HORIZON, testFrom);
    }

    private static LongSummaryStatistics times(TrainingRows rows, int[] some) {
        return Arrays.stream(some).mapToLong(row -> rows.row(row).at()).summaryStatistics();
    }

    private static Set<String> subjects(TrainingRows rows, int[] some) {
        return Arrays.stream(some).mapToObj(row -> rows.row(row).subject()).collect(Collectors.toSet());
    }
}
