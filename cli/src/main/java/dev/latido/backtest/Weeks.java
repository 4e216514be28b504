package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The weeks of the data: seven days each, the first from the UTC midnight before the first event. The last may be cut off.
 *
 * @param count at least 1
 */
public record Weeks(Instant start, int count) {

    static final Duration WEEK = Duration.ofDays(7);

    public Weeks {
        requireNonNull(start, "start");
    }

    static Weeks of(Span span) {
        Instant start = span.from().truncatedTo(ChronoUnit.DAYS);
        return new Weeks(start, (int) Duration.between(start, span.to()).dividedBy(WEEK) + 1);
    }

    public Instant start(int week) {
        return start.plus(WEEK.multipliedBy(week));
    }

    /** How many of the instants are in each week. */
    List<Integer> count(Stream<Instant> instants) {
        int[] counts = new int[count];
        instants.forEach(at -> counts[(int) Duration.between(start, at).dividedBy(WEEK)]++);
        return IntStream.of(counts).boxed().toList();
    }
}
