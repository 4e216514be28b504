package dev.latido.explanation;

import static java.util.Objects.requireNonNull;

import dev.latido.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has made of a customer's events.
 *
 * @param until the instant up to which time went on, milliseconds since 1970-01-01 UTC
 * @param duplicates how many of the customer's events were left out because they had come before
 * @param findings in order
 * @param furthest the beginning of a match that came further than all others; null where nothing has begun
 * @param atStart the events that could have begun a match, but did not meet the condition
 * @param dropped how many beginnings were dropped because there were too many
 */
public record Explanation(
        Rule rule,
        History history,
        long until,
        int duplicates,
        List<Finding> findings,
        @Nullable Furthest furthest,
        Refusals atStart,
        int dropped) {

    public Explanation {
        requireNonNull(rule, "rule");
        requireNonNull(history, "history");
        findings = List.copyOf(findings);
        requireNonNull(atStart, "atStart");
    }
}
