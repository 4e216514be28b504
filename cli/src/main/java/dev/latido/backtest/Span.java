package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that the data covers.
 *
 * @param from the first event's time
 * @param to the last event's time, or the later instant up to which time went on
 */
public record Span(Instant from, Instant to) {

    public Span {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the data ends at " + to + ", before it begins at " + from);
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** Whether everything that happens within the horizon after an instant is in the data. */
    public boolean covers(Instant at, Duration horizon) {
        return !at.plus(horizon).isAfter(to);
    }
}
