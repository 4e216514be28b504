package dev.latido.watch.history;

import dev.latido.watch.tally.ArtifactId;

/**
 * What two artifacts make of the same rows.
 *
 * @param since when the shadow's first row was scored, milliseconds since 1970-01-01 UTC
 * @param all since then
 * @param week the last one
 */
public record Comparison(ArtifactId active, ArtifactId shadow, long since, Agreement all, Agreement week) {}
