package dev.latido.reference;

import static dev.latido.reference.ReferenceHealth.DAY;

import dev.latido.event.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is measured of a customer at one instant, each quantity counted anew from all its events. */
record ReferenceQuantities(
        long sessions7,
        long sessions30,
        OptionalDouble avgSessionMinutes30,
        long activeDays30,
        double adoption30,
        long tickets30,
        long failures90,
        boolean openFailure,
        OptionalDouble satisfaction,
        boolean failedWithin24Hours,
        long inactiveMillis,
        boolean onboarding,
        boolean cancelled) {

    private static final Set<Kind> FAILURES = EnumSet.of(Kind.PAYMENT_FAILED, Kind.INVOICE_OVERDUE);
    private static final Set<Kind> STARTS =
            EnumSet.of(Kind.SUBSCRIPTION_STARTED, Kind.SUBSCRIPTION_UPGRADED, Kind.SUBSCRIPTION_DOWNGRADED);

    static ReferenceQuantities measure(long now, List<Placed> history, ReferenceSettings settings) {
        var counting = new Counting(now, history, settings);
        List<Session> sessions = counting.sessions();
        return new ReferenceQuantities(
                counting.startedWithin(7, sessions).count(),
                counting.startedWithin(30, sessions).count(),
                counting.averageMinutes(sessions),
                counting.within(30)
                        .filter(placed -> placed.kind().isActivity())
                        .mapToLong(Placed::day)
                        .distinct()
                        .count(),
                counting.adoption(),
                counting.within(30)
                        .filter(placed -> placed.kind() == Kind.TICKET_OPENED)
                        .count(),
                counting.within(90)
                        .filter(placed -> FAILURES.contains(placed.kind()))
                        .count(),
                counting.openFailure(),
                counting.satisfaction(),
                counting.failedWithin24Hours(),
                counting.inactiveMillis(),
                now - history.get(0).place() < 7 * DAY,
                counting.cancelled());
    }

    /** A maximal run of one user's activity. */
    private record Session(long first, long last) {

        boolean isClosed(long now) {
            return now - last > ReferenceHealth.SESSION_GAP;
        }
    }

    /** A subscription and what was last known of it. */
    private record Subscription(String id, long at, boolean active) {}

    private record Counting(long now, List<Placed> history, ReferenceSettings settings) {

        /** Events whose own day is today or one of the days before, {@code days} in all. */
        Stream<Placed> within(int days) {
            long first = Placed.dayOf(now) - (days - 1);
            return history.stream().filter(placed -> placed.day() >= first);
        }

        List<Session> sessions() {
            List<Session> ended = new ArrayList<>();
            Map<String, Session> current = new HashMap<>();
            for (Placed placed : history) {
                if (placed.late() || !placed.kind().isActivity()) {
                    continue;
                }
                String user = placed.event().userId();
                Session session = current.get(user);
                if (session != null && placed.at() - session.last() <= ReferenceHealth.SESSION_GAP) {
                    current.put(user, new Session(session.first(), placed.at()));
                } else {
                    if (session != null) {
                        ended.add(session);
                    }
                    current.put(user, new Session(placed.at(), placed.at()));
                }
            }
            ended.addAll(current.values());
            return ended;
        }

        Stream<Session> startedWithin(int days, List<Session> sessions) {
            long first = Placed.dayOf(now) - (days - 1);
            return sessions.stream().filter(session -> Placed.dayOf(session.first()) >= first);
        }

        OptionalDouble averageMinutes(List<Session> sessions) {
            List<Session> closed = startedWithin(30, sessions)
                    .filter(session -> session.isClosed(now))
                    .toList();
            if (closed.isEmpty()) {
                return OptionalDouble.empty();
            }
            long total = closed.stream()
                    .mapToLong(session -> session.last() - session.first())
                    .sum();
            return OptionalDouble.of(total / (60_000.0 * closed.size()));
        }

        double adoption() {
            long used = within(30)
                    .filter(placed -> placed.kind() == Kind.FEATURE_USED)
                    .map(placed -> placed.event().name())
                    .filter(settings.catalogue()::contains)
                    .distinct()
                    .count();
            return (double) used / settings.catalogue().size();
        }

        boolean openFailure() {
            Stream<Placed> failures = settings.takes(OtherReading.OPEN_FAILURE_ENDS_WITH_THE_90_DAYS)
                    ? within(90).filter(placed -> FAILURES.contains(placed.kind()))
                    : history.stream().filter(placed -> FAILURES.contains(placed.kind()));
            long latest = failures.mapToLong(Placed::at).max().orElse(Long.MIN_VALUE);
            return latest > latestAt(Kind.PAYMENT_SUCCEEDED);
        }

        boolean failedWithin24Hours() {
            long failed = latestAt(Kind.PAYMENT_FAILED);
            boolean paidLater = latestAt(Kind.PAYMENT_SUCCEEDED) > failed;
            return failed != Long.MIN_VALUE && now - failed < DAY && !paidLater;
        }

        private long latestAt(Kind kind) {
            return history.stream()
                    .filter(placed -> placed.kind() == kind)
                    .mapToLong(Placed::at)
                    .max()
                    .orElse(Long.MIN_VALUE);
        }

        OptionalDouble satisfaction() {
            Placed latest = within(90)
                    .filter(placed -> placed.kind().family() == Kind.Family.FEEDBACK)
                    .reduce(null, (best, next) -> best == null || supersedes(next, best.at()) ? next : best);
            if (latest == null) {
                return OptionalDouble.empty();
            }
            Map<String, String> attributes = latest.event().attributes();
            double score = Double.parseDouble(attributes.getOrDefault("score", ""));
            double scale = latest.kind() == Kind.NPS ? 10 : Double.parseDouble(attributes.getOrDefault("scale", "5"));
            return OptionalDouble.of(score * 10 / scale);
        }

        private boolean supersedes(Placed next, long at) {
            return settings.takes(OtherReading.TIES_GO_TO_THE_FIRST) ? next.at() > at : next.at() >= at;
        }

        long inactiveMillis() {
            Placed first = history.get(0);
            long beginning =
                    settings.takes(OtherReading.INACTIVE_SINCE_OWN_TIME_OF_FIRST_EVENT) ? first.at() : first.place();
            return now
                    - history.stream()
                            .filter(placed -> placed.kind().isActivity())
                            .mapToLong(Placed::at)
                            .max()
                            .orElse(beginning);
        }

        boolean cancelled() {
            Collection<Subscription> known = subscriptions().values();
            return !known.isEmpty() && known.stream().noneMatch(Subscription::active);
        }

        /** The subscriptions that are remembered; the order of the map is that of the last change. */
        private Map<String, Subscription> subscriptions() {
            Map<String, Subscription> known = new LinkedHashMap<>();
            for (Placed placed : history) {
                boolean starts = STARTS.contains(placed.kind());
                if (!starts && placed.kind() != Kind.SUBSCRIPTION_CANCELLED) {
                    continue;
                }
                String id = placed.event().attributes().getOrDefault("subscriptionId", "");
                @Nullable Subscription before = known.get(id);
                if (before == null || supersedes(placed, before.at())) {
                    known.remove(id);
                    known.put(id, new Subscription(id, placed.at(), starts));
                }
                if (known.size() > 32) {
                    known.remove(firstToForget(known.values()));
                }
            }
            return known;
        }

        private String firstToForget(Collection<Subscription> known) {
            Comparator<Subscription> earliest = Comparator.comparingLong(Subscription::at);
            Comparator<Subscription> order = settings.takes(OtherReading.ENDED_SUBSCRIPTIONS_ARE_FORGOTTEN_FIRST)
                    ? Comparator.comparing(Subscription::active).thenComparing(earliest)
                    : earliest;
            return known.stream().min(order).orElseThrow().id();
        }
    }
}
