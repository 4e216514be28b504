package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What another directory of rules changes, over the same data.
 *
 * @param rules those of the report after in its order, then those removed
 */
public record Comparison(BacktestReport before, BacktestReport after, List<RuleChange> rules) {

    public Comparison {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        rules = List.copyOf(rules);
    }

    /**
     * Compares rule by rule, by their ids.
     *
     * @throws IllegalArgumentException if the reports are not of the same data, judged in the same way
     */
    public static Comparison of(BacktestReport before, BacktestReport after) {
        if (!before.span().equals(after.span())
                || before.customers() != after.customers()
                || !before.horizon().equals(after.horizon())
                || !before.truth().equals(after.truth())) {
            throw new IllegalArgumentException("two reports can be compared only over the same data");
        }
        Map<String, RuleReport> old = byId(before);
        Map<String, RuleReport> now = byId(after);
        List<RuleChange> changes = Stream.concat(
                        after.rules().stream(),
                        before.rules().stream()
                                .filter(report -> !now.containsKey(report.rule().id())))
                .map(report -> report.rule().id())
                .map(id -> change(id, Optional.ofNullable(old.get(id)), Optional.ofNullable(now.get(id))))
                .toList();
        return new Comparison(before, after, changes);
    }

    /** The rules that are not the same in both, or do not alert the same. */
    public List<RuleChange> changed() {
        return rules.stream()
                .filter(rule -> rule.kind() != RuleChange.Kind.SAME)
                .toList();
    }

    private static Map<String, RuleReport> byId(BacktestReport report) {
        return report.rules().stream()
                .collect(Collectors.toMap(each -> each.rule().id(), Function.identity()));
    }

    private static RuleChange change(String id, Optional<RuleReport> before, Optional<RuleReport> after) {
        List<JudgedFiring> old = alerts(before);
        List<JudgedFiring> now = alerts(after);
        return new RuleChange(id, before, after, without(now, old), without(old, now));
    }

    private static List<JudgedFiring> alerts(Optional<RuleReport> report) {
        return report.map(each -> each.performance().alerts()).orElse(List.of());
    }

    /** The alerts that are not among the others; where a customer has several at one instant, as many as are too many. */
    private static List<JudgedFiring> without(List<JudgedFiring> alerts, List<JudgedFiring> others) {
        Map<Place, Integer> known = new HashMap<>();
        others.forEach(alert -> known.merge(Place.of(alert.firing()), 1, Integer::sum));
        List<JudgedFiring> rest = new ArrayList<>();
        for (JudgedFiring alert : alerts) {
            if (known.merge(Place.of(alert.firing()), -1, Integer::sum) < 0) {
                rest.add(alert);
            }
        }
        return rest;
    }

    /** By what alerts are told apart. */
    private record Place(CustomerId customer, Instant at) {
        static Place of(Firing firing) {
            return new Place(firing.customer(), firing.at());
        }
    }
}
