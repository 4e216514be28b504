package dev.latido.scoring;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A model as it scores at an instant.
 *
 * @param name the model's name
 * @param active the artifact whose scores are published
 * @param shadow the one that is tried beside it
 */
public record ScoringModel(String name, ScoringArtifact active, Optional<ScoringArtifact> shadow) {
    public ScoringModel {
        requireNonNull(name, "name");
        requireNonNull(active, "active");
        requireNonNull(shadow, "shadow");
    }
}
