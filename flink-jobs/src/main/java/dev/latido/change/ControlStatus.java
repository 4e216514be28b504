package dev.latido.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a change, as published. */
public interface ControlStatus {

    /** Why it was refused, in one sentence; absent where it was not. */
    @Nullable
    String error();

    /** An instant as published: absent before all events. */
    static @Nullable Instant instant(long millis) {
        return millis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(millis);
    }
}
