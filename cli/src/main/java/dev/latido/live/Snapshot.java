package dev.latido.live;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A complete checkpoint or savepoint.
 *
 * @param at when it was completed
 */
public record Snapshot(Kind kind, Path path, Instant at) {

    /** Why a snapshot was taken: now and then while the job runs, or when it was stopped. */
    public enum Kind {
        CHECKPOINT,
        SAVEPOINT
    }
}
