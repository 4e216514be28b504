package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A firing and what came of it.
 *
 * @param outcome empty where there is no truth
 * @param judged whether the data covers the whole horizon after it; only then it counts for or against a rule. Counting
 *     those near the end that already came true, and not those that still may, would flatter the rule.
 * @param leadDays days from the alert until the customer left; only where they left within the horizon
 */
public record JudgedFiring(Firing firing, Optional<Outcome> outcome, boolean judged, OptionalDouble leadDays) {

    public JudgedFiring {
        requireNonNull(firing, "firing");
        requireNonNull(outcome, "outcome");
        requireNonNull(leadDays, "leadDays");
    }

    boolean is(Outcome expected) {
        return outcome.filter(expected::equals).isPresent();
    }
}
