package dev.latido.watch;

import dev.latido.watch.history.Comparison;
import dev.latido.watch.history.Drift;
import dev.latido.watch.history.Quality;
import java.util.List;

/**
 * How models stand.
 *
 * @param drifts of the active artifact of each model
 * @param comparisons of each model that has an artifact in the shadow
 * @param qualities of each artifact, several of a model perhaps; the one whose scores are the latest comes last
 */
record WatchFigures(List<Drift> drifts, List<Comparison> comparisons, List<Quality> qualities) {}
