package dev.latido.scoring;

import dev.latido.event.Prediction;
import dev.latido.feature.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The models that score at an instant, with what they say of the customer that was evaluated last. Used again for the next
 * one, so that scoring allocates nothing; one thread's own.
 */
public final class ModelSet {

    /** No models at all. */
    public static final ModelSet NONE = new ModelSet(List.of());

    private final List<ScoringModel> models;
    private final ScoringArtifact[] active;
    private final ScoringArtifact[] shadow;
    private final Optional<ScoringArtifact> churn;
    private final float[] features = new float[Feature.ALL.size()];
    private boolean scored;

    /** @param models in the order of their names */
    public ModelSet(List<ScoringModel> models) {
        this.models = List.copyOf(models);
        active = models.stream().map(ScoringModel::active).toArray(ScoringArtifact[]::new);
        shadow = models.stream().flatMap(model -> model.shadow().stream()).toArray(ScoringArtifact[]::new);
        churn = models.stream()
                .filter(model -> model.name().equals(Prediction.CHURN))
                .map(ScoringModel::active)
                .filter(ScoringArtifact::isProbability)
                .findFirst();
    }

    public boolean isEmpty() {
        return active.length == 0;
    }

    /** In the order of their names. */
    public List<ScoringModel> models() {
        return models;
    }

    /** The model of that name; null where there is none. */
    public @Nullable ScoringModel model(String name) {
        for (ScoringModel model : models) {
            if (model.name().equals(name)) {
                return model;
            }
        }
        return null;
    }

    /** The features of the customer that is evaluated, in their order; filled before {@link #score}. */
    public float[] features() {
        return features;
    }

    /** All active artifacts score the features. */
    public void score() {
        for (ScoringArtifact artifact : active) {
            artifact.score(features);
        }
        scored = true;
    }

    /** All artifacts in the shadow score the customer that has just been scored. */
    public void scoreInShadow() {
        for (ScoringArtifact artifact : shadow) {
            artifact.score(features);
        }
    }

    /** The customer that is evaluated is not scored. */
    public void pass() {
        scored = false;
    }

    /** Whether the customer that was evaluated last has been scored. */
    public boolean hasScored() {
        return scored;
    }

    /** Whether the customer was scored, and the probability of one of these models is high. */
    public boolean isHigh(Set<String> names) {
        if (scored) {
            for (int i = 0; i < active.length; i++) {
                if (active[i].isHigh() && names.contains(models.get(i).name())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the active artifacts say, in the order of the models' names; empty where the customer was not scored. */
    public List<Prediction> predictions() {
        if (!scored) {
            return List.of();
        }
        List<Prediction> predictions = new ArrayList<>(active.length);
        for (ScoringModel model : models) {
            if (model.active().isDefined()) {
                predictions.add(model.active().prediction(model.name()));
            }
        }
        return predictions;
    }

    /** The probability of model {@code churn}, as published; null where it has not scored the customer. */
    public @Nullable Double churnProbability() {
        return scored && churn.isPresent() && churn.get().isDefined()
                ? churn.get().published()
                : null;
    }
}
