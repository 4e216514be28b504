package dev.latido.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The customers of the data, each with the time in which they are one: from their first event until they left. */
final class Population {

    private final Span span;
    private final List<SeenCustomer> customers;
    private final Map<CustomerId, Departure> departures;

    /** Of a history, and those who left, none where that is not known. */
    Population(History history, Map<CustomerId, Departure> departures) {
        this.span = history.span();
        this.customers = history.customers();
        this.departures = departures;
    }

    /**
     * Customer-weeks: the weeks from each customer's first event until they left, or the end of the data, added up.
     */
    double customerWeeks() {
        long millis = customers.stream()
                .mapToLong(customer -> Math.max(
                        0, Duration.between(customer.firstAt(), end(customer)).toMillis()))
                .sum();
        return (double) millis / Weeks.WEEK.toMillis();
    }

    /** Who was a customer at some time of each week. */
    List<Integer> customersIn(Weeks weeks) {
        return IntStream.range(0, weeks.count())
                .mapToObj(week -> (int) customers.stream()
                        .filter(customer -> customer.firstAt().isBefore(weeks.start(week + 1)))
                        .filter(customer -> !end(customer).isBefore(weeks.start(week)))
                        .count())
                .toList();
    }

    private Instant end(SeenCustomer customer) {
        Departure departure = departures.get(customer.id());
        return departure == null || departure.at().isAfter(span.to()) ? span.to() : departure.at();
    }
}
