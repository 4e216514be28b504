package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

/** What a counterpart of the rules has done. */
public record CounterpartReport(Counterpart counterpart, Performance performance) {

    public CounterpartReport {
        requireNonNull(counterpart, "counterpart");
        requireNonNull(performance, "performance");
    }
}
