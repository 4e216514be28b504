package dev.latido.scoring;

import static java.util.Objects.requireNonNull;

/**
 * An artifact that could not be loaded.
 *
 * @param error why, in one sentence
 */
public record Unloadable(String error) implements Loaded {
    public Unloadable {
        requireNonNull(error, "error");
    }
}
