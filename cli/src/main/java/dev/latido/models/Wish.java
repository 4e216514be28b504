package dev.latido.models;

import static java.util.Objects.requireNonNull;

/**
 * Who wants something to change, why, and from when on.
 *
 * @param effectiveAt event time, milliseconds since 1970-01-01 UTC; {@link dev.latido.change.Change#AT_ONCE} for as soon as
 *     can be
 */
public record Wish(String by, String reason, long effectiveAt) {
    public Wish {
        requireNonNull(by, "by");
        requireNonNull(reason, "reason");
    }
}
