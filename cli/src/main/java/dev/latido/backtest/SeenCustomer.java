package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A customer with the instants of their first and last event in the data. */
public record SeenCustomer(CustomerId id, Instant firstAt, Instant lastAt) {

    public SeenCustomer {
        requireNonNull(id, "id");
        requireNonNull(firstAt, "firstAt");
        requireNonNull(lastAt, "lastAt");
        if (lastAt.isBefore(firstAt)) {
            throw new IllegalArgumentException("the last event of " + id + " is before the first");
        }
    }
}
