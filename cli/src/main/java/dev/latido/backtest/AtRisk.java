package dev.latido.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Who could have left at each instant, and who then did: what an alert that names somebody at random is worth.
 *
 * <p>A customer is at risk from their first event until they leave: first ≤ t &lt; churn. They are leaving at t if they are
 * at risk and leave within the horizon: t &lt; churn ≤ t + horizon.
 */
final class AtRisk {

    private final Span span;
    private final long horizon;
    private final List<Exposure> exposures = new ArrayList<>();
    private final long[] firsts;
    private final long[] leavingStarts;
    private final long[] churns;

    AtRisk(History history, Map<CustomerId, Departure> departures, Duration horizon) {
        this.span = history.span();
        this.horizon = horizon.toMillis();
        for (SeenCustomer customer : history.customers()) {
            Departure departure = departures.get(customer.id());
            long churn = departure == null ? Long.MAX_VALUE : departure.at().toEpochMilli();
            if (customer.firstAt().toEpochMilli() < churn) {
                exposures.add(new Exposure(customer.firstAt().toEpochMilli(), churn));
            }
        }
        this.firsts = exposures.stream().mapToLong(Exposure::first).sorted().toArray();
        this.churns = exposures.stream().mapToLong(Exposure::churn).sorted().toArray();
        this.leavingStarts =
                exposures.stream().mapToLong(this::leavingStart).sorted().toArray();
    }

    /** The share of the customers at risk at an instant who are leaving; 0 where nobody is at risk. */
    double leavingAt(Instant at) {
        long time = at.toEpochMilli();
        int gone = upTo(churns, time);
        int atRisk = upTo(firsts, time) - gone;
        int leaving = upTo(leavingStarts, time) - gone;
        return atRisk == 0 ? 0 : (double) leaving / atRisk;
    }

    /**
     * The chance that a customer is leaving at an instant, both drawn at random: the time in which customers are leaving
     * over the time in which they are at risk, added up over all customers, from the first event to the last instant whose
     * horizon the data covers. Empty where there is no such time.
     */
    OptionalDouble baseRate() {
        long last = span.to().toEpochMilli() - horizon;
        long leaving = 0;
        long atRisk = 0;
        for (Exposure exposure : exposures) {
            long end = Math.min(exposure.churn(), last);
            atRisk += Math.max(0, end - exposure.first());
            leaving += Math.max(0, end - leavingStart(exposure));
        }
        return atRisk == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) leaving / atRisk);
    }

    private long leavingStart(Exposure exposure) {
        return exposure.churn() == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : Math.max(exposure.first(), exposure.churn() - horizon);
    }

    /** How many of the sorted times are at or before one. */
    private static int upTo(long[] sorted, long time) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The time in which a customer is at risk; {@code churn} is {@link Long#MAX_VALUE} for those who stayed. */
    private record Exposure(long first, long churn) {}
}
