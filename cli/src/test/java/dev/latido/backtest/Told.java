package dev.latido.backtest;

import dev.latido.rule.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A history and its truth as one tells it, in days since the start of 2025. */
public final class Told {

    private final int days;
    private final List<BacktestedRule> rules = new ArrayList<>();
    private final List<Counterpart> counterparts = new ArrayList<>();
    private final List<SeenCustomer> customers = new ArrayList<>();
    private final List<Firing> firings = new ArrayList<>();
    private final List<Departure> departures = new ArrayList<>();

    public Told(int days) {
        this.days = days;
    }

    public static Instant day(double day) {
        return Instant.parse("2025-01-01T00:00:00Z").plusMillis(Math.round(day * 86_400_000));
    }

    public Told rule(String id) {
        return rule(id, 1, Mode.LIVE);
    }

    public Told rule(String id, int version, Mode mode) {
        rules.add(new BacktestedRule(id, version, "The rule " + id, mode, true, id + " version " + version));
        return this;
    }

    public Told counterpart(String id, Counterpart.Kind kind) {
        counterparts.add(new Counterpart(id, kind, "The counterpart " + id));
        return this;
    }

    public Told customers(String... ids) {
        for (String id : ids) {
            customer(id, 0, days);
        }
        return this;
    }

    public Told customer(String id, double first, double last) {
        customers.add(new SeenCustomer(new CustomerId("default", id), day(first), day(last)));
        return this;
    }

    public Told fires(String rule, String customer, double... at) {
        for (double day : at) {
            firings.add(new Firing(rule, 1, "default", customer, day(day), List.of("e1", "e2")));
        }
        return this;
    }

    public Told leaves(String customer, double at) {
        return leaves(customer, at, Optional.empty());
    }

    public Told leaves(String customer, double at, Optional<String> cause) {
        departures.add(new Departure(Optional.empty(), customer, day(at), cause));
        return this;
    }

    public History history() {
        return new History(new Span(day(0), day(days)), rules, counterparts, customers, firings);
    }

    public BacktestReport report(int horizonDays) {
        return BacktestReport.of(history(), Optional.of(new Truth(departures)), Duration.ofDays(horizonDays));
    }

    public BacktestReport reportWithoutTruth() {
        return BacktestReport.of(history(), Optional.empty(), Duration.ofDays(60));
    }
}
