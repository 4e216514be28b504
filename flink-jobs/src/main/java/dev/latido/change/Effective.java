package dev.latido.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change that has been accepted, with the one instant at which it takes effect for all customers. */
public interface Effective extends ControlMessage {

    /** From when on changes hold that came before all events: nobody has seen anything else. */
    long BEGINNING = Long.MIN_VALUE + 1;

    /** Number of the change among those of its kind, from 1, in the order of acceptance. */
    long changeId();

    /** Event time when it was accepted, milliseconds since 1970-01-01 UTC; {@link Long#MIN_VALUE} before all events. */
    long acceptedAt();

    /** What happens at this instant of event time or later is treated by the new; always after {@link #acceptedAt}. */
    long effectiveAt();

    Change change();

    /** From when on it holds, as published: absent where it holds from the beginning. */
    default @Nullable Instant since() {
        return acceptedAt() == Long.MIN_VALUE && effectiveAt() == BEGINNING
                ? null
                : Instant.ofEpochMilli(effectiveAt());
    }

    /** That it does not hold from when it was asked to, in one sentence; absent where it does. */
    default @Nullable String note() {
        long asked = change().effectiveAt();
        return asked == Change.AT_ONCE || asked == effectiveAt()
                ? null
                : "It was to hold from " + Instant.ofEpochMilli(asked)
                        + " on, which has passed; it holds from as soon as can be.";
    }

    /** That it never takes effect, in one sentence. */
    default String withdrawnBy(long laterChange) {
        return "Change " + changeId() + " of this " + change().kind().text() + " never takes effect, since change "
                + laterChange + " came before its time.";
    }
}
