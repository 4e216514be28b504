package dev.latido.customer;

import dev.latido.scoring.ModelSet;
import dev.latido.scoring.ScoringArtifact;
import dev.latido.scoring.ScoringModel;
import dev.latido.watch.tally.ModelTallies;
import dev.latido.watch.tally.QualitySamples;
import dev.latido.watch.tally.WatchedArtifact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models of a set, as the watch over them sees them. */
public final class WatchedModels {

    private final List<WatchedModel> models;

    private WatchedModels(List<WatchedModel> models) {
        this.models = models;
    }

    static WatchedModels of(ModelSet models) {
        return new WatchedModels(models.models().stream().map(WatchedModel::of).toList());
    }

    /**
     * Counts a daily evaluation of a customer that all artifacts have just scored, those in the shadow too. One that has given
     * notice counts nowhere, as in training.
     *
     * @param samples what is remembered of the customer's scores
     * @param staying false for a customer that has given notice
     * @param at milliseconds since 1970-01-01 UTC
     */
    void count(QualitySamples samples, boolean staying, long at, ModelTallies tallies) {
        for (WatchedModel model : models) {
            if (model.scored().isDefined()) {
                if (staying) {
                    model.count(at, tallies);
                }
                samples.evaluated(model.active(), model.scored().output(), staying, at, tallies::label);
            }
        }
    }

    /**
     * A model and what is to be known of its artifacts.
     *
     * @param scored the active artifact
     * @param tried the one in the shadow
     */
    private record WatchedModel(
            ScoringArtifact scored,
            WatchedArtifact active,
            @Nullable ScoringArtifact tried,
            @Nullable WatchedArtifact shadow) {

        static WatchedModel of(ScoringModel model) {
            ScoringArtifact tried = model.shadow().orElse(null);
            return new WatchedModel(
                    model.active(),
                    WatchedArtifact.of(model.active().artifact()),
                    tried,
                    tried == null ? null : WatchedArtifact.of(tried.artifact()));
        }

        void count(long at, ModelTallies tallies) {
            if (tried != null && shadow != null && tried.isDefined()) {
                tallies.count(active, scored.row(), scored.output(), shadow, tried.output(), at);
            } else {
                tallies.count(active, scored.row(), scored.output(), at);
            }
        }
    }
}
