package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A match of a rule that alerts somebody, or would if the rule were live; matches that a cooldown swallows are none. Or what a
 * {@link Counterpart} found.
 *
 * @param ruleId the rule's or the counterpart's
 * @param ruleVersion {@link #NO_VERSION} of a counterpart
 * @param at when the alert was raised: the last event's time, or the instant at which an absence was certain
 * @param eventIds the matched events, in the order of the match
 */
public record Firing(
        String ruleId, int ruleVersion, String tenantId, String customerId, Instant at, List<String> eventIds) {

    static final int NO_VERSION = 0;

    public Firing {
        requireNonNull(ruleId, "ruleId");
        requireNonNull(tenantId, "tenantId");
        requireNonNull(customerId, "customerId");
        requireNonNull(at, "at");
        eventIds = List.copyOf(eventIds);
    }

    public CustomerId customer() {
        return new CustomerId(tenantId, customerId);
    }
}
