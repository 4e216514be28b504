package dev.latido.customer;

import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.event.HealthComponents;
import dev.latido.event.HealthScore;
import dev.latido.event.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A second, naive reading of the documented numbers: keeps every event and works everything out anew each time. */
final class ReferenceCustomer {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final Set<Kind> FAILURES = Set.of(Kind.PAYMENT_FAILED, Kind.INVOICE_OVERDUE);
    private static final Set<Kind> STARTS =
            Set.of(Kind.SUBSCRIPTION_STARTED, Kind.SUBSCRIPTION_UPGRADED, Kind.SUBSCRIPTION_DOWNGRADED);

    private final String customerId;
    private final Set<String> catalogue;
    private final List<Arrival> applied = new ArrayList<>();
    private final List<HealthScore> scores = new ArrayList<>();

    // Alerts: the open one, and the days that count towards the next.
    private final List<String> alerts = new ArrayList<>();
    private int openSeverity;
    private int urgentDays;
    private int noneDays;

    ReferenceCustomer(String customerId, Set<String> catalogue) {
        this.customerId = customerId;
        this.catalogue = catalogue;
    }

    /** Plays arrivals in their order with the daily instants between them, up to an instant, inclusive. */
    void play(List<Arrival> arrivals, long until) {
        if (arrivals.isEmpty()) {
            return;
        }
        int next = 0;
        long offset = Math.floorMod(customerId.hashCode(), 86_400) * 1_000L;
        long daily = Math.floorDiv(arrivals.get(0).place(), DAY) * DAY + offset;
        while (daily < arrivals.get(0).place()) {
            daily += DAY;
        }
        for (; daily <= until || next < arrivals.size(); daily += DAY) {
            while (next < arrivals.size() && arrivals.get(next).place() <= daily) {
                apply(arrivals.get(next++));
            }
            if (daily <= until && !cancelled()) {
                evaluate(daily, true);
            }
        }
    }

    private void apply(Arrival arrival) {
        if (!isDuplicate(arrival)) {
            applied.add(arrival);
            evaluate(arrival.place(), false);
        }
    }

    private boolean isDuplicate(Arrival arrival) {
        return remembers(arrival, true, 256, HOUR) || remembers(arrival, false, 64, 7 * DAY);
    }

    private boolean remembers(Arrival arrival, boolean activity, int most, long span) {
        List<Arrival> kind = applied.stream()
                .filter(a -> a.event().kind().isActivity() == activity)
                .toList();
        return kind.subList(Math.max(0, kind.size() - most), kind.size()).stream()
                .filter(a -> a.place() >= arrival.place() - span)
                .anyMatch(a -> a.event().eventId().equals(arrival.event().eventId()));
    }

    private void evaluate(long t, boolean daily) {
        long sessions7 = sessions().stream().filter(s -> day(s[0]) > day(t) - 7).count();
        List<long[]> closed = sessions().stream()
                .filter(s -> day(s[0]) > day(t) - 30 && t - s[1] > 30 * MINUTE)
                .toList();
        long millis = closed.stream().mapToLong(s -> s[1] - s[0]).sum();
        double minutes = closed.isEmpty() ? Double.NaN : (double) millis / closed.size() / 60_000.0;
        long activeDays = inDays(t, 30, e -> e.kind().isActivity())
                .map(e -> day(e.at().toEpochMilli()))
                .distinct()
                .count();
        double adoption = inDays(t, 30, e -> e.kind() == Kind.FEATURE_USED && catalogue.contains(e.name()))
                        .map(CustomerEvent::name)
                        .distinct()
                        .count()
                / (double) catalogue.size();
        long tickets = inDays(t, 30, e -> e.kind() == Kind.TICKET_OPENED).count();
        long failures = inDays(t, 90, e -> FAILURES.contains(e.kind())).count();
        Long missed = latest(e -> FAILURES.contains(e.kind()));
        Long paid = latest(e -> e.kind() == Kind.PAYMENT_SUCCEEDED);
        Long failed = latest(e -> e.kind() == Kind.PAYMENT_FAILED);
        boolean open = missed != null && (paid == null || missed > paid);
        double satisfaction = satisfaction(t);
        Long active = latest(e -> e.kind().isActivity());
        long first = applied.get(0).place();
        boolean onboarding = t - first < 7 * DAY;
        boolean cancelled = cancelled();

        double usage = 50 * Math.min(1, sessions7 / 3.5) + (closed.isEmpty() ? 0 : 50 * Math.min(1, minutes / 15));
        double adopted = 100 * Math.min(1, adoption / 0.75);
        double support = 100 * Math.max(0, 1 - tickets / 6.0);
        double payment = open ? 0 : Math.max(0, 100 - 20 * failures);
        double engagement = 70 * Math.min(1, activeDays / 12.0) + 3 * (Double.isNaN(satisfaction) ? 5 : satisfaction);
        long score = tenths(0.30 * usage + 0.25 * adopted + 0.20 * support + 0.15 * payment + 0.10 * engagement);

        TreeSet<String> signals = new TreeSet<>();
        if (!cancelled && open) {
            signals.add("payment-delay");
        }
        if (!cancelled && !onboarding) {
            addIf(signals, "low-logins", sessions7 < 2);
            addIf(signals, "short-sessions", !closed.isEmpty() && minutes < 5);
            addIf(signals, "low-adoption", adoption < 0.30);
            addIf(signals, "support-overuse", tickets > 3);
            addIf(signals, "inactivity", t - (active == null ? first : active) > 14 * DAY);
        }
        boolean immediate = failed != null && t - failed < 24 * HOUR && (paid == null || paid <= failed);
        int level = cancelled ? 0 : immediate ? 3 : Math.min(2, signals.size());
        String band = cancelled
                ? "cancelled"
                : onboarding
                        ? "onboarding"
                        : score >= 800 ? "healthy" : score >= 600 ? "at_risk" : score >= 400 ? "critical" : "churned";
        HealthComponents components = new HealthComponents(
                tenths(usage) / 10.0,
                tenths(adopted) / 10.0,
                tenths(support) / 10.0,
                tenths(payment) / 10.0,
                tenths(engagement) / 10.0);
        emit(t, score, band, level, components, List.copyOf(signals));
        alert(t, daily, level, cancelled);
    }

    private void emit(long t, long score, String band, int level, HealthComponents components, List<String> signals) {
        HealthScore last = scores.isEmpty() ? null : scores.get(scores.size() - 1);
        if (last == null
                || !last.band().equals(band)
                || !last.level().equals(level(level))
                || !last.signals().equals(signals)
                || Math.abs(Math.round(last.score() * 10) - score) >= 10) {
            scores.add(new HealthScore(
                    1,
                    "default",
                    customerId,
                    Instant.ofEpochMilli(t),
                    score / 10.0,
                    band,
                    last == null ? null : last.band(),
                    level(level),
                    components,
                    signals));
        }
    }

    private void alert(long t, boolean daily, int level, boolean cancelled) {
        if (daily) {
            urgentDays = level >= 2 ? urgentDays + 1 : 0;
            noneDays = level == 0 ? noneDays + 1 : 0;
        }
        int before = openSeverity;
        if (before > 0 && (cancelled || (noneDays >= 2 && daily))) {
            alerts.add(t + " resolved " + level(before));
            openSeverity = 0;
        } else if (level == 3 && before < 3) {
            openSeverity = 3;
            alerts.add(t + " open immediate");
        } else if (before == 0 && urgentDays >= 2 && daily) {
            openSeverity = 2;
            alerts.add(t + " open urgent");
        }
        if (cancelled || (before > 0 && openSeverity == 0)) {
            urgentDays = 0;
            noneDays = 0;
        }
    }

    /** Start and last event of every session. */
    private List<long[]> sessions() {
        Map<String, long[]> current = new HashMap<>();
        List<long[]> all = new ArrayList<>();
        for (Arrival arrival : applied) {
            if (arrival.event().kind().isActivity() && !arrival.late()) {
                long[] session = current.get(arrival.event().userId());
                if (session == null || arrival.place() - session[1] > 30 * MINUTE) {
                    session = new long[] {arrival.place(), arrival.place()};
                    current.put(arrival.event().userId(), session);
                    all.add(session);
                }
                session[1] = arrival.place();
            }
        }
        return all;
    }

    private Stream<CustomerEvent> inDays(long t, int days, Predicate<CustomerEvent> which) {
        return applied.stream()
                .map(Arrival::event)
                .filter(which)
                .filter(e -> day(e.at().toEpochMilli()) > day(t) - days);
    }

    private @Nullable Long latest(Predicate<CustomerEvent> which) {
        return applied.stream()
                .map(Arrival::event)
                .filter(which)
                .map(e -> e.at().toEpochMilli())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private double satisfaction(long t) {
        CustomerEvent answer = null;
        for (Arrival arrival : applied) {
            CustomerEvent event = arrival.event();
            boolean asked = event.kind() == Kind.NPS || event.kind() == Kind.CSAT;
            if (asked && (answer == null || !event.at().isBefore(answer.at()))) {
                answer = event;
            }
        }
        if (answer == null || day(answer.at().toEpochMilli()) <= day(t) - 90) {
            return Double.NaN;
        }
        double score = Double.parseDouble(answer.attributes().getOrDefault("score", ""));
        return answer.kind() == Kind.NPS ? score : score * 10 / 5;
    }

    private boolean cancelled() {
        Map<String, CustomerEvent> known = new HashMap<>();
        for (Arrival arrival : applied) {
            CustomerEvent event = arrival.event();
            if (STARTS.contains(event.kind()) || event.kind() == Kind.SUBSCRIPTION_CANCELLED) {
                known.merge(
                        event.attributes().getOrDefault("subscriptionId", ""),
                        event,
                        (old, now) -> now.at().isBefore(old.at()) ? old : now);
            }
        }
        return !known.isEmpty() && known.values().stream().noneMatch(e -> STARTS.contains(e.kind()));
    }

    private static void addIf(Set<String> signals, String signal, boolean active) {
        if (active) {
            signals.add(signal);
        }
    }

    private static long tenths(double value) {
        return (long) Math.floor(10 * value + 0.5 + 1e-9);
    }

    private static long day(long at) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.UTC).toEpochDay();
    }

    private static String level(int level) {
        return List.of("none", "monitor", "urgent", "immediate").get(level);
    }

    List<HealthScore> scores() {
        return scores;
    }

    /** Time, status and severity of each publication. */
    List<String> alerts() {
        return alerts;
    }

    int applied() {
        return applied.size();
    }
}
