package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What alerts cost and what they are worth.
 *
 * @param alerts in order of time
 * @param accuracy empty where there is no truth
 */
public record Performance(List<JudgedFiring> alerts, Load load, Optional<Accuracy> accuracy) {

    public Performance {
        alerts = List.copyOf(alerts);
        requireNonNull(load, "load");
        requireNonNull(accuracy, "accuracy");
    }
}
