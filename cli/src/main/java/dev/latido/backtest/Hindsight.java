package dev.latido.backtest;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What is known afterwards, and what that makes of an alert. */
final class Hindsight {

    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    private final Span span;
    private final Duration horizon;
    private final Map<CustomerId, Departure> departures;
    private final Map<CustomerId, Departure> foreseeable;
    private final AtRisk atRisk;

    Hindsight(History history, Map<CustomerId, Departure> departures, Duration horizon) {
        this.span = history.span();
        this.horizon = horizon;
        this.departures = departures;
        this.atRisk = new AtRisk(history, departures, horizon);
        Map<CustomerId, Instant> firsts =
                history.customers().stream().collect(toMap(SeenCustomer::id, SeenCustomer::firstAt));
        this.foreseeable = new TreeMap<>(departures);
        foreseeable
                .entrySet()
                .removeIf(left -> !firsts.getOrDefault(left.getKey(), Instant.MAX)
                                .isBefore(left.getValue().at())
                        || left.getValue().at().isAfter(span.to()));
    }

    JudgedFiring judge(Firing firing) {
        Outcome outcome = outcome(firing);
        OptionalDouble lead = outcome == Outcome.CHURNED ? OptionalDouble.of(leadDays(firing)) : OptionalDouble.empty();
        return new JudgedFiring(firing, Optional.of(outcome), span.covers(firing.at(), horizon), lead);
    }

    private Outcome outcome(Firing firing) {
        Departure departure = departures.get(firing.customer());
        if (departure != null && !departure.at().isAfter(firing.at())) {
            return Outcome.GONE;
        }
        if (departure != null && !departure.at().isAfter(firing.at().plus(horizon))) {
            return Outcome.CHURNED;
        }
        return span.covers(firing.at(), horizon) ? Outcome.STAYED : Outcome.OPEN;
    }

    private double leadDays(Firing firing) {
        Departure departure = departures.get(firing.customer());
        return departure == null
                ? 0
                : Duration.between(firing.at(), departure.at()).toMillis() / MILLIS_PER_DAY;
    }

    /** Those whom an alert could have named: they left within the data and after their first event. */
    Map<CustomerId, Departure> foreseeable() {
        return Map.copyOf(foreseeable);
    }

    /** The mean share, over the alerts, of the customers at risk at the alert's time who are leaving. */
    OptionalDouble baseRateAt(List<JudgedFiring> alerts) {
        return alerts.stream()
                .mapToDouble(alert -> atRisk.leavingAt(alert.firing().at()))
                .average();
    }

    OptionalDouble baseRate() {
        return atRisk.baseRate();
    }
}
