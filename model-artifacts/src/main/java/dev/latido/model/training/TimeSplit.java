package dev.latido.model.training;

import dev.latido.model.training.Parts.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * Rows put apart by time: those to learn from, later those to check with, last those to judge by. Between them lies the
 * horizon, so that nothing that was learned could only be known later.
 *
 * @param first time of the first row
 * @param learnedTo the last time that a row to learn from or check with may have
 * @param testFrom the first time that a row to judge by may have
 * @param last time of the last row
 * @param horizon how long it takes until a row's label is known
 */
public record TimeSplit(Instant first, Instant learnedTo, Instant testFrom, Instant last, Duration horizon) {

    /** The share of the time, less the horizon, that is for judging. */
    private static final double TEST_SHARE = 0.3;

    /** The share of the time to learn from and check with, less the horizon, that is for checking. */
    private static final double CHECK_SHARE = 0.25;

    /** So many horizons long the time must be that rows are put apart by time for checking too. */
    private static final int LONG_ENOUGH = 2;

    /**
     * Finds out when to put rows apart.
     *
     * @param first time of the first row whose label is known
     * @param last time of the last row whose label is known
     * @param testFrom when the time to judge by begins, if not in the last third or so
     * @throws TrainingException when the time is too short
     */
    public static TimeSplit of(Instant first, Instant last, Duration horizon, Optional<Instant> testFrom) {
        Duration usable = Duration.between(first, last).minus(horizon);
        Instant test = testFrom.orElseGet(() -> last.minusMillis((long) (TEST_SHARE * Math.max(0, usable.toMillis()))));
        Instant learnedTo = test.minus(horizon);
        if (learnedTo.isBefore(first) || test.isAfter(last)) {
            throw new TrainingException("The rows whose outcome is known are from " + first + " to " + last
                    + ", which is too short for a split by time"
                    + testFrom.map(at -> " at " + at).orElse("") + ": rows to learn from must lie " + horizon.toDays()
                    + " days, the horizon, before those of the test.");
        }
        return new TimeSplit(first, learnedTo, test, last, horizon);
    }

    /** Puts rows apart; where the time is too short to check with later rows, by whom they are of. */
    public Parts parts(TrainingRows rows) {
        int[] learned = between(rows, at -> at <= learnedTo.toEpochMilli());
        int[] test = between(rows, at -> at >= testFrom.toEpochMilli());
        Duration before = Duration.between(first, learnedTo);
        if (before.compareTo(horizon.multipliedBy(LONG_ENOUGH)) < 0) {
            return new Parts(learned, SubjectFolds.trials(rows, learned), test, SubjectFolds.VALIDATION);
        }
        Instant checkFrom = learnedTo.minusMillis(
                (long) (CHECK_SHARE * before.minus(horizon).toMillis()));
        Instant fitTo = checkFrom.minus(horizon);
        int[] fit = between(rows, at -> at <= fitTo.toEpochMilli());
        int[] check = between(rows, at -> at >= checkFrom.toEpochMilli() && at <= learnedTo.toEpochMilli());
        return new Parts(
                fit,
                List.of(new Trial(fit, check)),
                test,
                "by time: with the rows from " + checkFrom + " to " + learnedTo
                        + ", after those that are learned from");
    }

    private static int[] between(TrainingRows rows, LongPredicate times) {
        return IntStream.range(0, rows.count())
                .filter(row -> times.test(rows.row(row).at()))
                .toArray();
    }
}
