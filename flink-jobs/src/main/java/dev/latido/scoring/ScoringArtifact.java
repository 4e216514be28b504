package dev.latido.scoring;

/** STAND-IN until dev.latido.model.artifact.ModelArtifact is merged. */
public record ScoringArtifact(String name, String version, String sha256) {}
