package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

import dev.latido.rule.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What rules would have done over recorded history, and how right they would have been. What each number means is said by
 * {@link Load}, {@link Accuracy}, {@link Share} and {@link TruthSummary}.
 *
 * @param horizon an alert is right when its customer leaves after it and within this time
 * @param customers with at least one event
 * @param customersByWeek who was a customer at some time of each week
 * @param counterparts what the bands of health and models would have done
 * @param live all alerts of the rules that are live, as if one rule had raised them
 */
public record BacktestReport(
        Span span,
        Duration horizon,
        int customers,
        Weeks weeks,
        List<Integer> customersByWeek,
        Optional<TruthSummary> truth,
        List<RuleReport> rules,
        List<CounterpartReport> counterparts,
        Performance live) {

    public BacktestReport {
        requireNonNull(span, "span");
        requireNonNull(horizon, "horizon");
        requireNonNull(weeks, "weeks");
        customersByWeek = List.copyOf(customersByWeek);
        requireNonNull(truth, "truth");
        rules = List.copyOf(rules);
        counterparts = List.copyOf(counterparts);
        requireNonNull(live, "live");
    }

    /** Judges what was found, by the truth where there is one. */
    public static BacktestReport of(History history, Optional<Truth> truth, Duration horizon) {
        Map<CustomerId, Departure> departures =
                truth.map(known -> known.among(history.customers())).orElse(Map.of());
        Optional<Hindsight> hindsight = truth.map(known -> new Hindsight(history, departures, horizon));
        Population population = new Population(history, departures);
        Map<String, BacktestedRule> rules =
                history.rules().stream().collect(Collectors.toMap(BacktestedRule::id, rule -> rule));
        Judge judge = new Judge(history, population, hindsight);
        Weeks weeks = Weeks.of(history.span());
        return new BacktestReport(
                history.span(),
                horizon,
                history.customers().size(),
                weeks,
                population.customersIn(weeks),
                hindsight.flatMap(known -> truth.map(facts -> TruthSummary.of(history, facts, departures, known))),
                history.rules().stream()
                        .map(rule -> new RuleReport(
                                rule, judge.of(firing -> firing.ruleId().equals(rule.id()))))
                        .toList(),
                history.counterparts().stream()
                        .map(other -> new CounterpartReport(
                                other, judge.of(firing -> firing.ruleId().equals(other.id()))))
                        .toList(),
                judge.of(firing -> isLive(rules.get(firing.ruleId()))));
    }

    private static boolean isLive(@Nullable BacktestedRule rule) {
        return rule != null && rule.mode() == Mode.LIVE;
    }

    /** Judges a part of the firings. */
    private record Judge(History history, Population population, Optional<Hindsight> hindsight) {

        Performance of(Predicate<Firing> part) {
            List<Firing> firings = history.firings().stream().filter(part).toList();
            List<JudgedFiring> alerts = firings.stream().map(this::judge).toList();
            return new Performance(
                    alerts,
                    Load.of(firings, history.span(), population),
                    hindsight.map(known -> Accuracy.of(alerts, known)));
        }

        private JudgedFiring judge(Firing firing) {
            return hindsight
                    .map(known -> known.judge(firing))
                    .orElseGet(() -> new JudgedFiring(firing, Optional.empty(), false, OptionalDouble.empty()));
        }
    }
}
