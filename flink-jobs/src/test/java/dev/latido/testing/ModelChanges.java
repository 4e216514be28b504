package dev.latido.testing;

import dev.latido.change.Change;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.EffectiveModel;
import dev.latido.scoring.LoadedChange;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelContent;
import dev.latido.scoring.Role;
import dev.latido.scoring.Unloadable;
import org.jspecify.annotations.Nullable;

/** Changes of models for tests, with artifacts of {@link Artifacts}. */
public final class ModelChanges {

    private ModelChanges() {}

    /** A model with an active artifact and nothing else. */
    public static ModelChange announce(String model, String version) {
        return announce(model, version, Change.AT_ONCE);
    }

    public static ModelChange announce(String model, String version, long effectiveAt) {
        return change(model, Artifacts.ref(model, version), null, null, effectiveAt);
    }

    /** A model with an artifact in the shadow. */
    public static ModelChange shadow(String model, String active, String shadow) {
        return change(model, Artifacts.ref(model, active), Artifacts.ref(model, shadow), null, Change.AT_ONCE);
    }

    /** A model with an artifact to go back to. */
    public static ModelChange replace(String model, String active, String previous) {
        return change(model, Artifacts.ref(model, active), null, Artifacts.ref(model, previous), Change.AT_ONCE);
    }

    public static ModelChange change(
            String model,
            @Nullable ArtifactRef active,
            @Nullable ArtifactRef shadow,
            @Nullable ArtifactRef previous,
            long effectiveAt) {
        return new ModelChange(model, active, shadow, previous, "ada", "a test", effectiveAt);
    }

    public static ModelChange remove(String model) {
        return ModelChange.removal(model, "ada", "a test", Change.AT_ONCE);
    }

    /** A change whose artifacts are what {@link Artifacts} makes of the ends of their locations. */
    public static LoadedChange loaded(ModelChange change) {
        return new LoadedChange(change, content(change, Role.ACTIVE), content(change, Role.SHADOW));
    }

    /** A change whose active artifact could not be loaded. */
    public static LoadedChange unloadable(ModelChange change, String error) {
        return new LoadedChange(change, new Unloadable(error), content(change, Role.SHADOW));
    }

    private static @Nullable ModelContent content(ModelChange change, Role role) {
        return change.artifact(role)
                .map(artifact -> Artifacts.content(
                        change.model(),
                        artifact.location().substring(artifact.location().lastIndexOf('/') + 1)))
                .orElse(null);
    }

    /** A change that has been accepted just before it takes effect. */
    public static EffectiveModel effective(long changeId, long effectiveAt, ModelChange change) {
        return new EffectiveModel(changeId, effectiveAt - 1, effectiveAt, change);
    }

    public static EffectiveModel effective(long changeId, long acceptedAt, long effectiveAt, ModelChange change) {
        return new EffectiveModel(changeId, acceptedAt, effectiveAt, change);
    }
}
