package dev.latido.scoring;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Where a model artifact lies, and which one it is.
 *
 * @param location its directory: an absolute path, or one with a scheme that Flink's file systems know ({@code file:}, {@code
 *     s3:})
 * @param sha256 SHA-256 of its {@code artifact.yaml}, which holds those of its other files; 64 hex digits in lower case
 */
public record ArtifactRef(String location, String sha256) implements Serializable {
    public ArtifactRef {
        requireNonNull(location, "location");
        requireNonNull(sha256, "sha256");
    }
}
