package dev.latido.connector.mapping;

import static java.util.Objects.requireNonNull;

import dev.latido.connector.scan.Pointer;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the event's time stands, and in which form.
 *
 * @param zone zone of ISO-8601 times that name none; null when each must name its own
 */
public record TimeRule(
        List<Pointer> pointers, Unit unit, @Nullable ZoneId zone) implements Serializable {

    public TimeRule {
        pointers = List.copyOf(pointers);
        requireNonNull(unit, "unit");
    }

    /** Forms of a time. */
    public enum Unit {
        ISO_8601,
        EPOCH_SECONDS,
        EPOCH_MILLISECONDS
    }
}
