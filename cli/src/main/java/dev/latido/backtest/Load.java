package dev.latido.backtest;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much work alerts make.
 *
 * @param fired alerts
 * @param customers different customers with an alert
 * @param perWeek alerts / (length of the data / 7 days)
 * @param perWeekAnd100Customers 100 · alerts / customer-weeks: the weeks from each customer's first event until they left, or
 *     the end of the data, added up
 * @param weekly alerts in each week of the data
 */
public record Load(
        int fired, int customers, OptionalDouble perWeek, OptionalDouble perWeekAnd100Customers, List<Integer> weekly) {

    /** Less than this says nothing about a week. */
    private static final Duration SHORTEST = Duration.ofDays(1);

    public Load {
        weekly = List.copyOf(weekly);
    }

    static Load of(List<Firing> firings, Span span, Population population) {
        double weeks = (double) span.length().toMillis() / Weeks.WEEK.toMillis();
        boolean tooShort = span.length().compareTo(SHORTEST) < 0;
        return new Load(
                firings.size(),
                (int) firings.stream().map(Firing::customer).distinct().count(),
                tooShort ? OptionalDouble.empty() : ratio(firings.size(), weeks),
                tooShort ? OptionalDouble.empty() : ratio(100.0 * firings.size(), population.customerWeeks()),
                Weeks.of(span).count(firings.stream().map(Firing::at)));
    }

    private static OptionalDouble ratio(double count, double time) {
        return time == 0 ? OptionalDouble.empty() : OptionalDouble.of(count / time);
    }
}
