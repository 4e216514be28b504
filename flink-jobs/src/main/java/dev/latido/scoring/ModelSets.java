package dev.latido.scoring;

import static java.util.Objects.requireNonNull;

import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.model.scorer.ScorerChoice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The models of a {@link ModelBook}, ready to score, as event time goes on. An artifact is read once, when it comes, and
 * forgotten when nothing can be scored with it any more.
 */
public final class ModelSets {

    /** Told when an artifact is scored by the forest since the scorer that was chosen does not take it here. */
    @FunctionalInterface
    public interface Replaced {
        void replaced(String sha256, Exception reason);
    }

    private final ScorerChoice scorer;
    private final Replaced replaced;
    private final ModelBook book = ModelBook.of(ModelHistory.EMPTY);
    private final Map<String, ScoringArtifact> artifacts = new HashMap<>();
    private ModelSet current = ModelSet.NONE;
    private long from = Long.MAX_VALUE;
    private long until = Long.MIN_VALUE;

    /** @param scorer what is to walk the trees; where it cannot, the forest does, whose margins are the same */
    public ModelSets(ScorerChoice scorer, Replaced replaced) {
        this.scorer = scorer;
        this.replaced = replaced;
    }

    /** Takes in an artifact; one that is there already is not read again. */
    public void take(ModelContent content) {
        if (!artifacts.containsKey(content.sha256())) {
            artifacts.put(content.sha256(), open(content));
        }
    }

    private ScoringArtifact open(ModelContent content) {
        try {
            return ArtifactReader.open(content.files(), content.sha256(), scorer);
        } catch (UnusableArtifactException e) {
            if (scorer == ScorerChoice.FOREST) {
                throw checked(e);
            }
            replaced.replaced(content.sha256(), e);
            return openForest(content);
        }
    }

    private static ScoringArtifact openForest(ModelContent content) {
        try {
            return ArtifactReader.open(content.files(), content.sha256(), ScorerChoice.FOREST);
        } catch (UnusableArtifactException e) {
            throw checked(e);
        }
    }

    /** The control stage sends nothing that it could not read itself. */
    private static IllegalStateException checked(UnusableArtifactException e) {
        return new IllegalStateException("an artifact that was checked cannot be used: " + e.getMessage(), e);
    }

    /**
     * Takes in a change, just before which those of its artifacts have come that did not score already. Never is more
     * forgotten than what was over when the change was accepted, by which the control stage knows what is there still.
     *
     * @param time the instant up to which nobody will ask any more, milliseconds since 1970-01-01 UTC
     */
    public void take(EffectiveModel change, long time) {
        long over = Math.min(Math.max(time, EffectiveModel.BEGINNING), change.overUntil());
        book.forgetUntil(over);
        book.add(change);
        retain(book.artifactsFrom(over));
        until = Long.MIN_VALUE;
    }

    private void retain(Set<String> named) {
        artifacts.entrySet().removeIf(artifact -> {
            boolean over = !named.contains(artifact.getKey());
            if (over) {
                artifact.getValue().close();
            }
            return over;
        });
    }

    /** Gives back what the artifacts hold outside of the heap; nothing can be asked afterwards. */
    public void close() {
        retain(Set.of());
    }

    /** The models in force at an instant. Asked again within the same period, it answers at once, with the same. */
    public ModelSet at(long instant) {
        if (instant < from || instant >= until) {
            ModelsInForce inForce = book.inForce(instant);
            from = inForce.from();
            until = inForce.until();
            current = set(inForce.models());
        }
        return current;
    }

    private ModelSet set(List<ModelChange> models) {
        return models.isEmpty()
                ? ModelSet.NONE
                : new ModelSet(models.stream().map(this::model).toList());
    }

    private ScoringModel model(ModelChange change) {
        return new ScoringModel(
                change.model(),
                artifact(change.artifact(Role.ACTIVE).orElseThrow()),
                change.artifact(Role.SHADOW).map(this::artifact));
    }

    private ScoringArtifact artifact(ArtifactRef artifact) {
        return requireNonNull(artifacts.get(artifact.sha256()), "an artifact that is in force has not come");
    }
}
