package dev.latido.customer;

import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.feature.Feature;
import dev.latido.feature.FeatureConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A second, naive reading of what the features are described to be: keeps every event and counts anew each time. The health
 * score and its components are left to the references of health.
 *
 * @param applied what has been applied so far, in order, late events included
 */
record ReferenceFeatures(List<Arrival> applied, long now, Set<String> catalogue, FeatureConfig names) {

    private static final long DAY = 86_400_000;
    private static final long GAP = 30 * 60_000;
    private static final Set<Kind> MISSED = Set.of(Kind.PAYMENT_FAILED, Kind.INVOICE_OVERDUE);
    private static final Set<Kind> UNPAID =
            Set.of(Kind.PAYMENT_FAILED, Kind.PAYMENT_RETRY_FAILED, Kind.INVOICE_OVERDUE);

    /** Start and last event. */
    private record Session(long start, long last) {}

    /** Null for those that others look after. */
    @Nullable
    Double value(Feature feature) {
        return switch (feature) {
            case SESSIONS_7 -> (double) sessions(6, 0);
            case SESSIONS_30 -> (double) sessions(29, 0);
            case SESSION_TREND_7 -> trend(7);
            case SESSION_TREND_28 -> trend(28);
            case SESSION_MINUTES_30 -> minutes();
            case ACTIVE_DAYS_7 -> (double) activeDays(6);
            case ACTIVE_DAYS_30 -> (double) activeDays(29);
            case IDLE_DAYS -> idle();
            case ADOPTION_30 -> (double) features(29, 0) / catalogue.size();
            case FEATURES_30 -> (double) features(29, 0);
            case FEATURES_CHANGE_30 -> age() < 60 ? Double.NaN : features(29, 0) - features(59, 30);
            case KEY_USES_30 ->
                count(29, event -> isUse(event) && names.keyUses().contains(event.name()));
            case USERS_30 -> (double) users(29, 0);
            case USERS_CHANGE_30 -> age() < 60 ? Double.NaN : users(29, 0) - users(59, 30);
            case TICKETS_OPEN -> ticketsOpen();
            case TICKETS_30 -> count(29, event -> event.kind() == Kind.TICKET_OPENED);
            case TICKETS_90 -> count(89, event -> event.kind() == Kind.TICKET_OPENED);
            case DAYS_SINCE_TICKET -> since(Kind.TICKET_OPENED);
            case FAILURES_90 -> count(89, event -> MISSED.contains(event.kind()));
            case OPEN_FAILURE -> latest(MISSED) > latest(Set.of(Kind.PAYMENT_SUCCEEDED)) ? 1.0 : 0.0;
            case RECOVERIES_90 -> recoveries();
            case DAYS_SINCE_PAYMENT -> since(Kind.PAYMENT_SUCCEEDED);
            case MONTHLY_REVENUE -> revenue();
            case UPGRADES_90 -> count(89, event -> event.kind() == Kind.SUBSCRIPTION_UPGRADED);
            case DOWNGRADES_90 -> count(89, event -> event.kind() == Kind.SUBSCRIPTION_DOWNGRADED);
            case PRICING_VISITS_30 -> views(names.pricingPages());
            case CANCEL_VISITS_30 -> views(names.cancelPages());
            case ERRORS_7 ->
                count(
                        6,
                        event -> event.kind() == Kind.ACTION
                                && names.errorActions().contains(event.name()));
            case SATISFACTION -> satisfaction();
            case DAYS_SINCE_SATISFACTION -> since(Kind.NPS);
            case TENURE_DAYS -> (double) Math.floorDiv(now - applied.get(0).place(), DAY);
            case TRIAL -> trial();
            case SCORE, USAGE, ADOPTION, SUPPORT, PAYMENT, ENGAGEMENT -> null;
        };
    }

    /** Days before the evaluation's own. */
    private long ago(long at) {
        return Math.floorDiv(now, DAY) - Math.floorDiv(at, DAY);
    }

    /** Calendar days since the first event, that day and the evaluation's counted. */
    private long age() {
        return ago(applied.get(0).place()) + 1;
    }

    private static long at(CustomerEvent event) {
        return event.at().toEpochMilli();
    }

    private Stream<CustomerEvent> within(int first, int last) {
        return applied.stream().map(Arrival::event).filter(event -> ago(at(event)) <= first && ago(at(event)) >= last);
    }

    private double count(int first, Predicate<CustomerEvent> which) {
        return within(first, Integer.MIN_VALUE).filter(which).count();
    }

    private static boolean isUse(CustomerEvent event) {
        return event.kind() == Kind.FEATURE_USED || event.kind() == Kind.ACTION;
    }

    private double views(Set<String> pages) {
        return count(29, event -> event.kind() == Kind.PAGE_VIEW && pages.contains(event.name()));
    }

    private List<Session> sessions() {
        Map<String, List<Session>> byUser = new HashMap<>();
        for (Arrival arrival : applied) {
            if (arrival.late() || !arrival.event().kind().isActivity()) {
                continue;
            }
            long at = arrival.place();
            List<Session> own = byUser.computeIfAbsent(arrival.event().userId(), user -> new ArrayList<>());
            Session open = own.isEmpty() ? null : own.get(own.size() - 1);
            if (open != null && at - open.last() <= GAP) {
                own.set(own.size() - 1, new Session(open.start(), at));
            } else {
                own.add(new Session(at, at));
            }
        }
        return byUser.values().stream().flatMap(List::stream).toList();
    }

    private long sessions(long first, long last) {
        return sessions().stream()
                .filter(session -> ago(session.start()) <= first && ago(session.start()) >= last)
                .count();
    }

    private double trend(int days) {
        long known = Math.min(56, age() - days);
        long before = sessions(days + known - 1, days);
        if (known < 7 || before == 0) {
            return Double.NaN;
        }
        return (sessions(days - 1L, 0) / (double) days) / (before / (double) known);
    }

    private double minutes() {
        return sessions().stream()
                        .filter(session -> ago(session.start()) <= 29 && now - session.last() > GAP)
                        .mapToLong(session -> session.last() - session.start())
                        .average()
                        .orElse(Double.NaN)
                / 60_000;
    }

    private long activeDays(int first) {
        return within(first, Integer.MIN_VALUE)
                .filter(event -> event.kind().isActivity())
                .map(event -> ago(at(event)))
                .distinct()
                .count();
    }

    private double idle() {
        return (now
                        - applied.stream()
                                .map(Arrival::event)
                                .filter(event -> event.kind().isActivity())
                                .mapToLong(ReferenceFeatures::at)
                                .max()
                                .orElse(applied.get(0).place()))
                / (double) DAY;
    }

    private long features(int first, int last) {
        return within(first, last)
                .filter(event -> event.kind() == Kind.FEATURE_USED && catalogue.contains(event.name()))
                .map(CustomerEvent::name)
                .distinct()
                .count();
    }

    private long users(int first, int last) {
        return within(first, last)
                .filter(event -> event.kind().isActivity())
                .map(CustomerEvent::userId)
                .distinct()
                .count();
    }

    private double ticketsOpen() {
        Map<String, CustomerEvent> latest = new HashMap<>();
        for (Arrival arrival : applied) {
            CustomerEvent event = arrival.event();
            if (event.kind() == Kind.TICKET_OPENED || event.kind() == Kind.TICKET_CLOSED) {
                latest.merge(
                        event.attributes().getOrDefault("ticketId", ""),
                        event,
                        (before, next) -> at(next) >= at(before) ? next : before);
            }
        }
        return latest.values().stream()
                .filter(event -> event.kind() == Kind.TICKET_OPENED && at(event) >= now - 90 * DAY)
                .count();
    }

    private long latest(Set<Kind> kinds) {
        return applied.stream()
                .map(Arrival::event)
                .filter(event -> kinds.contains(event.kind()))
                .mapToLong(ReferenceFeatures::at)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private double since(Kind kind) {
        long latest = latest(Set.of(kind));
        return latest == Long.MIN_VALUE ? Double.NaN : (now - latest) / (double) DAY;
    }

    /** A payment recovers what was missed before it, unless another one had when it became known. */
    private double recoveries() {
        long paid = Long.MIN_VALUE;
        long missed = Long.MIN_VALUE;
        int recovered = 0;
        for (Arrival arrival : applied) {
            CustomerEvent event = arrival.event();
            if (UNPAID.contains(event.kind())) {
                missed = Math.max(missed, at(event));
            } else if (event.kind() == Kind.PAYMENT_SUCCEEDED) {
                recovered += missed > paid && at(event) > missed && ago(at(event)) <= 89 ? 1 : 0;
                paid = Math.max(paid, at(event));
            }
        }
        return recovered;
    }

    private double revenue() {
        List<CustomerEvent> ever = within(Integer.MAX_VALUE, Integer.MIN_VALUE)
                .filter(event -> event.kind() == Kind.PAYMENT_SUCCEEDED || event.kind() == Kind.REFUNDED)
                .filter(event -> event.amountCents() != 0)
                .toList();
        List<CustomerEvent> moved =
                ever.stream().filter(event -> ago(at(event)) <= 364).toList();
        if (moved.isEmpty()) {
            return Double.NaN;
        }
        long cents = moved.stream()
                .mapToLong(event -> event.kind() == Kind.REFUNDED ? -event.amountCents() : event.amountCents())
                .sum();
        long first = ever.stream().mapToLong(event -> ago(at(event))).max().orElseThrow();
        long last = moved.stream().mapToLong(event -> ago(at(event))).min().orElseThrow();
        double months = Math.rint((first - last) / 30.4375) + 1 + Math.max(0, Math.floor((last - 3) / 30.4375));
        return cents / 100.0 / Math.min(12, months);
    }

    private double satisfaction() {
        return within(89, Integer.MIN_VALUE)
                .filter(event -> event.kind() == Kind.NPS)
                .reduce((before, next) -> at(next) >= at(before) ? next : before)
                .map(event -> Double.valueOf(event.attributes().getOrDefault("score", "")))
                .orElse(Double.NaN);
    }

    private double trial() {
        double trial = Double.NaN;
        long heard = Long.MIN_VALUE;
        for (Arrival arrival : applied) {
            Boolean says = saysTrial(arrival.event());
            if (says != null && at(arrival.event()) >= heard) {
                heard = at(arrival.event());
                trial = says ? 1 : 0;
            }
        }
        return trial;
    }

    private static @Nullable Boolean saysTrial(CustomerEvent event) {
        @Nullable String status = event.attributes().get("status");
        return switch (event.kind()) {
            case SUBSCRIPTION_STARTED -> "trialing".equals(status);
            case TRIAL_ENDING -> true;
            case SUBSCRIPTION_CANCELLED -> false;
            case SUBSCRIPTION_UPGRADED, SUBSCRIPTION_DOWNGRADED, CANCELLATION_SCHEDULED, CANCELLATION_WITHDRAWN ->
                status == null ? null : status.equals("trialing");
            case PAYMENT_SUCCEEDED, PAYMENT_FAILED, PAYMENT_RETRY_FAILED, INVOICE_OVERDUE ->
                event.amountCents() > 0 ? false : null;
            default -> null;
        };
    }
}
