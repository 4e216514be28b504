package dev.latido.reference;

import dev.latido.reference.ReferenceEvaluation.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The life of one customer's health alerts: told every evaluation in order, it says what is published. */
final class ReferenceAlerts {

    /** Severity and status of a publication. */
    record Publication(Level severity, String status) {}

    private final ReferenceSettings settings;
    private @Nullable Level open;
    private @Nullable Level previousDaily;

    ReferenceAlerts(ReferenceSettings settings) {
        this.settings = settings;
    }

    Optional<Publication> onEvaluation(Level level, boolean cancelled, boolean daily) {
        if (cancelled) {
            if (!settings.takes(OtherReading.CANCELLATION_DOES_NOT_BREAK_A_ROW)) {
                previousDaily = null;
            }
            return resolve();
        }
        boolean secondInARow = daily && level == previousDaily;
        if (daily) {
            previousDaily = level;
        }
        if (open == null) {
            boolean opens = level == Level.IMMEDIATE || (level == Level.URGENT && secondInARow);
            return opens ? open(level, daily) : Optional.empty();
        }
        if (level.compareTo(open) > 0) {
            open = level;
            return Optional.of(new Publication(level, "open"));
        }
        return level == Level.NONE && secondInARow ? resolve() : Optional.empty();
    }

    private Optional<Publication> open(Level level, boolean daily) {
        open = level;
        if (!daily && settings.takes(OtherReading.CALM_COUNTS_FROM_THE_OPENING)) {
            previousDaily = null;
        }
        return Optional.of(new Publication(level, "open"));
    }

    private Optional<Publication> resolve() {
        Optional<Publication> resolved =
                Optional.ofNullable(open).map(severity -> new Publication(severity, "resolved"));
        if (open != null && settings.takes(OtherReading.RESOLUTION_STARTS_ANEW)) {
            previousDaily = null;
        }
        open = null;
        return resolved;
    }
}
