package dev.latido.rule.running;

import static java.util.Objects.requireNonNull;

import dev.latido.rule.Match;

/**
 * What a rule has found and nothing has resolved yet.
 *
 * @param at when it was found, milliseconds since 1970-01-01 UTC
 * @param shadow whether nobody was alerted
 */
public record Raised(Match match, long at, boolean shadow) {
    public Raised {
        requireNonNull(match, "match");
    }
}
