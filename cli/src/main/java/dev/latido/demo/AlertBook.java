package dev.latido.demo;

import dev.latido.simulator.Churn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All alerts so far: how many of which sort, and when each customer had its first. */
final class AlertBook {

    private final Map<Sort, Tally> tallies = new TreeMap<>();
    private final Map<String, Instant> firstByCustomer = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /** What made an alert, and how urgent it is. */
    record Sort(String ruleId, String severity) implements Comparable<Sort> {

        @Override
        public int compareTo(Sort other) {
            int byRule = ruleId.compareTo(other.ruleId);
            return byRule != 0 ? byRule : severity.compareTo(other.severity);
        }
    }

    /**
     * How many alerts of a sort there were.
     *
     * @param opened new ones
     * @param raised ones that were open, and less urgent, before
     */
    record Tally(long opened, long raised, long resolved) {

        static final Tally NONE = new Tally(0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(opened + other.opened, raised + other.raised, resolved + other.resolved);
        }
    }

    /**
     * What the simulation knows about those that left, beside what the alerts said.
     *
     * @param left customers that left
     * @param warned those of them that had an alert before
     * @param medianNotice how long before
     * @param alerted customers that had an alert, whether they left or not
     */
    record Hindsight(long left, long warned, Optional<Duration> medianNotice, long alerted) {}

    void add(Result alert) {
        boolean resolved = alert.text("status").equals("resolved");
        boolean first = known.add(alert.text("alertId"));
        Tally one = new Tally(resolved || !first ? 0 : 1, resolved || first ? 0 : 1, resolved ? 1 : 0);
        tallies.merge(new Sort(alert.text("ruleId"), alert.text("severity")), one, Tally::plus);
        if (!resolved) {
            firstByCustomer.putIfAbsent(alert.text("customerId"), alert.at());
        }
    }

    Map<Sort, Tally> tallies() {
        return tallies;
    }

    /** How many alerts have been opened in all. */
    long opened() {
        return tallies.values().stream().mapToLong(Tally::opened).sum();
    }

    Hindsight hindsight(Collection<Churn> churns) {
        List<Duration> notices = new ArrayList<>();
        for (Churn churn : churns) {
            Instant first = firstByCustomer.get(churn.customer());
            if (first != null && first.isBefore(churn.at())) {
                notices.add(Duration.between(first, churn.at()));
            }
        }
        notices.sort(null);
        return new Hindsight(
                churns.size(),
                notices.size(),
                notices.isEmpty() ? Optional.empty() : Optional.of(notices.get(notices.size() / 2)),
                firstByCustomer.size());
    }
}
