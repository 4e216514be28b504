package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

/** What a rule would have done. */
public record RuleReport(BacktestedRule rule, Performance performance) {

    public RuleReport {
        requireNonNull(rule, "rule");
        requireNonNull(performance, "performance");
    }
}
