package dev.latido.explanation;

import static java.util.Objects.requireNonNull;

import dev.latido.event.Alert;
import dev.latido.rule.Match;
import java.util.List;

/** What a rule has found about a customer. */
public sealed interface Finding {

    /**
     * A match that raised an alert.
     *
     * @param overlapped beginnings that were dropped because they overlap it, at most a few of them
     */
    record Raised(Match match, Alert alert, List<Match> overlapped) implements Finding {
        public Raised {
            requireNonNull(match, "match");
            overlapped = List.copyOf(overlapped);
            requireNonNull(alert, "alert");
        }
    }

    /**
     * A match that alerted nobody.
     *
     * @param at milliseconds since 1970-01-01 UTC
     * @param since when the alert was raised that is the reason, in the same unit
     * @param open whether that alert was open still; otherwise it was not long ago
     */
    record Suppressed(Match match, long at, long since, boolean open) implements Finding {
        public Suppressed {
            requireNonNull(match, "match");
        }
    }

    /** The end of what was raised. */
    record Resolved(Alert alert) implements Finding {
        public Resolved {
            requireNonNull(alert, "alert");
        }
    }
}
