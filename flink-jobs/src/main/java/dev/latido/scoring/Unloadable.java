package dev.latido.scoring;

import static java.util.Objects.requireNonNull;

/**
 * An artifact that could not be loaded.
 *
 * @param absent whether nothing could be read, so that nothing speaks against what was read of it earlier
 * @param error why, in one sentence
 */
public record Unloadable(boolean absent, String error) implements Loaded {
    public Unloadable {
        requireNonNull(error, "error");
    }
}
