package dev.latido.backtest;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How right alerts were. An alert at t is right when its customer leaves in (t, t + horizon]. It is judged when the data
 * reaches to t + horizon, whatever is known before; otherwise it is undecided.
 *
 * @param precision of the alerted customers whose first alert is judged, those whose first alert is right
 * @param alertPrecision of all judged alerts, those that are right
 * @param recall of the customers that left, within the data and after their first event, those with a right alert; undecided
 *     alerts count here, because what they are asked is known
 * @param recallByCause the same for each cause that the truth names
 * @param baseRate what the precision would be if each of its alerts named a customer at random: the mean, over the judged first
 *     alerts, of the share of the customers at risk at that time who leave within the horizon after it
 * @param leadDays sorted: for each customer that recall counts as warned, the days from the first right alert until they left
 * @param undecided alerts that are not judged
 * @param undecidedChurned those of them whose customer has left within the horizon already
 * @param gone alerts, judged or not, of customers who had left
 */
public record Accuracy(
        Share precision,
        Share alertPrecision,
        Share recall,
        Map<String, Share> recallByCause,
        OptionalDouble baseRate,
        List<Double> leadDays,
        int undecided,
        int undecidedChurned,
        int gone) {

    /** How often the precision is the base rate; empty where either is not known, or nobody left. */
    public OptionalDouble lift() {
        return precision.of() == 0 || baseRate.orElse(0) == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(precision.value().orElse(0) / baseRate.orElse(1));
    }

    /** The middle of the lead times; the mean of the two in the middle where their number is even. */
    public OptionalDouble medianLeadDays() {
        int n = leadDays.size();
        return n == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((leadDays.get((n - 1) / 2) + leadDays.get(n / 2)) / 2);
    }

    /** Of alerts in order of time. */
    static Accuracy of(List<JudgedFiring> alerts, Hindsight hindsight) {
        List<JudgedFiring> judged = alerts.stream().filter(JudgedFiring::judged).toList();
        List<JudgedFiring> undecided =
                alerts.stream().filter(alert -> !alert.judged()).toList();
        List<JudgedFiring> firsts =
                firstOfEach(alerts).stream().filter(JudgedFiring::judged).toList();
        Map<CustomerId, Departure> left = hindsight.foreseeable();
        Map<CustomerId, JudgedFiring> warnings = warnings(alerts, left);
        return new Accuracy(
                Share.of(firsts, alert -> alert.is(Outcome.CHURNED)),
                Share.of(judged, alert -> alert.is(Outcome.CHURNED)),
                Share.of(left.keySet(), warnings::containsKey),
                byCause(left, warnings),
                hindsight.baseRateAt(firsts),
                warnings.values().stream()
                        .flatMap(alert -> alert.leadDays().stream().boxed())
                        .sorted()
                        .toList(),
                undecided.size(),
                Share.of(undecided, alert -> alert.is(Outcome.CHURNED)).hits(),
                Share.of(alerts, alert -> alert.is(Outcome.GONE)).hits());
    }

    private static Collection<JudgedFiring> firstOfEach(List<JudgedFiring> alerts) {
        return alerts.stream()
                .collect(toMap(
                        alert -> alert.firing().customer(), identity(), (first, later) -> first, LinkedHashMap::new))
                .values();
    }

    private static Map<CustomerId, JudgedFiring> warnings(List<JudgedFiring> alerts, Map<CustomerId, Departure> left) {
        return alerts.stream()
                .filter(alert -> alert.is(Outcome.CHURNED)
                        && left.containsKey(alert.firing().customer()))
                .collect(toMap(alert -> alert.firing().customer(), identity(), (first, later) -> first, TreeMap::new));
    }

    private static Map<String, Share> byCause(Map<CustomerId, Departure> left, Map<CustomerId, JudgedFiring> warnings) {
        Map<String, List<CustomerId>> customers = new TreeMap<>();
        left.forEach((customer, departure) -> departure
                .cause()
                .ifPresent(cause -> customers
                        .computeIfAbsent(cause, first -> new ArrayList<>())
                        .add(customer)));
        Map<String, Share> shares = new LinkedHashMap<>();
        customers.forEach((cause, ofCause) -> shares.put(cause, Share.of(ofCause, warnings::containsKey)));
        return shares;
    }
}
