package dev.latido.watch.history;

import dev.latido.watch.tally.ArtifactId;
import dev.latido.watch.tally.ReferenceBins;

/** How far the rows that an artifact scores, and its scores, are from those it was trained on. */
public record Drift(ArtifactId artifact, ReferenceBins reference, Window day, Window week) {}
