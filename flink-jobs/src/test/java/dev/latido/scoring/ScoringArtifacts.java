package dev.latido.scoring;

import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.scorer.ForestScorer;
import dev.latido.testing.SmallModel;
import java.util.List;
import java.util.Optional;

/** Small models, ready to score. */
public final class ScoringArtifacts {

    private ScoringArtifacts() {}

    public static ScoringArtifact of(SmallModel model) {
        ModelArtifact artifact = model.artifact();
        return new ScoringArtifact(artifact, new ForestScorer(artifact.forest()));
    }

    /** Models without anything in the shadow; to be given in the order of their names. */
    public static ModelSet set(SmallModel... models) {
        return new ModelSet(List.of(models).stream()
                .map(model -> new ScoringModel(model.name(), of(model), Optional.empty()))
                .toList());
    }

    /** A model with another artifact in the shadow. */
    public static ModelSet tried(SmallModel active, SmallModel shadow) {
        return new ModelSet(List.of(new ScoringModel(active.name(), of(active), Optional.of(of(shadow)))));
    }
}
