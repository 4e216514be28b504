package dev.latido.models;

import dev.latido.control.FoundArtifact;
import dev.latido.job.ChangeTopic;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.ModelChange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the models are to be, and the whole statements by which the topic would say something else. What the job has refused
 * counts for nothing: the model is what it was before.
 */
public final class KnownModels {

    private final ChangeTopic topic;
    private final SaidOfModels said;

    public KnownModels(ChangeTopic topic, SaidOfModels said) {
        this.topic = topic;
        this.said = said;
    }

    /** What a model is to be; empty where nothing is said of it that can be used. */
    public Optional<ModelChange> model(String name) {
        return said.isRefused(name) ? said.accepted(name) : stated(name);
    }

    private Optional<ModelChange> stated(String name) {
        return topic.requests().stream()
                .filter(ModelChange.class::isInstance)
                .map(ModelChange.class::cast)
                .filter(model -> model.model().equals(name))
                .findFirst();
    }

    private ModelChange known(String name) throws UnusableModelChangeException {
        return model(name).orElseThrow(() -> unknown(name));
    }

    private static UnusableModelChangeException unknown(String name) {
        return new UnusableModelChangeException(
                "There is no model " + name + "; `latido model list` shows those there are.");
    }

    /** The artifact is to score; the one that scores can be gone back to. */
    public ModelChange announce(FoundArtifact artifact, Wish wish) {
        Optional<ModelChange> known = model(artifact.model());
        return statement(
                artifact.model(),
                artifact.ref(),
                known.map(ModelChange::shadow).orElse(null),
                known.flatMap(before -> previous(before, artifact.ref())).orElse(null),
                wish);
    }

    /** The artifact is to be tried beside the one that scores. */
    public ModelChange shadow(FoundArtifact artifact, Wish wish) throws UnusableModelChangeException {
        Optional<ModelChange> known = model(artifact.model());
        if (known.isEmpty()) {
            throw new UnusableModelChangeException("There is no model " + artifact.model()
                    + " to try it beside; `latido model announce` brings a first one.");
        }
        if (isSame(known.get().active(), artifact.ref())) {
            throw new UnusableModelChangeException(
                    "Version " + artifact.version() + " is the active artifact of model " + artifact.model() + ".");
        }
        return statement(
                artifact.model(),
                known.get().active(),
                artifact.ref(),
                known.get().previous(),
                wish);
    }

    /** The artifact in the shadow is to score; the one that scores can be gone back to. */
    public ModelChange promote(String model, Wish wish) throws UnusableModelChangeException {
        ModelChange known = known(model);
        if (known.shadow() == null) {
            throw new UnusableModelChangeException("Model " + model + " has no artifact in the shadow to promote.");
        }
        ArtifactRef promoted = known.shadow();
        return statement(model, promoted, null, known.active(), wish);
    }

    /** The artifact that scored before is to score again; the one that scores can be gone back to in turn. */
    public ModelChange rollback(String model, Wish wish) throws UnusableModelChangeException {
        ModelChange known = known(model);
        if (known.previous() == null) {
            throw new UnusableModelChangeException("Model " + model + " has no earlier artifact to go back to.");
        }
        ArtifactRef earlier = known.previous();
        return statement(model, earlier, known.shadow(), known.active(), wish);
    }

    /** Nothing is to be scored by the model any more. */
    public ModelChange remove(String model, Wish wish) throws UnusableModelChangeException {
        if (topic.requests().stream().noneMatch(request -> request.subject().equals(model))) {
            throw unknown(model);
        }
        return ModelChange.removal(model, wish.by(), wish.reason(), wish.effectiveAt());
    }

    /** The artifact in the shadow is not to be tried any more. */
    public ModelChange removeShadow(String model, Wish wish) throws UnusableModelChangeException {
        ModelChange known = known(model);
        if (known.shadow() == null) {
            throw new UnusableModelChangeException("Model " + model + " has no artifact in the shadow.");
        }
        return statement(model, known.active(), null, known.previous(), wish);
    }

    private static Optional<ArtifactRef> previous(ModelChange before, ArtifactRef active) {
        return Optional.ofNullable(isSame(before.active(), active) ? before.previous() : before.active());
    }

    private static ModelChange statement(
            String model,
            @Nullable ArtifactRef active,
            @Nullable ArtifactRef shadow,
            @Nullable ArtifactRef previous,
            Wish wish) {
        return new ModelChange(
                model,
                active,
                isSame(active, shadow) ? null : shadow,
                isSame(active, previous) ? null : previous,
                wish.by(),
                wish.reason(),
                wish.effectiveAt());
    }

    private static boolean isSame(@Nullable ArtifactRef left, @Nullable ArtifactRef right) {
        return left != null && right != null && left.sha256().equals(right.sha256());
    }
}
