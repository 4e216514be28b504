package dev.latido.scoring;

import static java.util.Objects.requireNonNull;

import dev.latido.change.Change;
import dev.latido.change.ChangeKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants a model of the running job to be, from an instant on: a whole statement.
 *
 * @param model the model's name
 * @param active the artifact that scores; null where the model is removed
 * @param shadow the one that is tried beside it; null for none
 * @param previous the one that scored before, to go back to; null where none is known
 * @param by who asked for it
 * @param reason why
 */
public record ModelChange(
        String model,
        @Nullable ArtifactRef active,
        @Nullable ArtifactRef shadow,
        @Nullable ArtifactRef previous,
        String by,
        String reason,
        long effectiveAt)
        implements Change {

    public ModelChange {
        requireNonNull(model, "model");
        requireNonNull(by, "by");
        requireNonNull(reason, "reason");
        if (active == null && shadow != null) {
            throw new IllegalArgumentException("a model that is removed has no shadow");
        }
    }

    /** What takes a model out of the running job. */
    public static ModelChange removal(String model, String by, String reason, long effectiveAt) {
        return new ModelChange(model, null, null, null, by, reason, effectiveAt);
    }

    /** The same, with another artifact to go back to; none where that is the active one or null. */
    public ModelChange withPrevious(@Nullable ArtifactRef artifact) {
        return new ModelChange(
                model,
                active,
                shadow,
                artifact == null || artifact.equals(active) ? null : artifact,
                by,
                reason,
                effectiveAt);
    }

    public boolean isRemoval() {
        return active == null;
    }

    /** The artifact that has the role. */
    public Optional<ArtifactRef> artifact(Role role) {
        return Optional.ofNullable(role == Role.ACTIVE ? active : shadow);
    }

    @Override
    public ChangeKind kind() {
        return ChangeKind.MODEL;
    }

    @Override
    public String subject() {
        return model;
    }
}
