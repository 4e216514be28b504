package dev.latido.scoring;

import static java.util.Objects.requireNonNull;

import dev.latido.change.Effective;

/** A change of a model that has been accepted, with the one instant at which it takes effect for all customers. */
public record EffectiveModel(long changeId, long acceptedAt, long effectiveAt, ModelChange change)
        implements Effective {
    public EffectiveModel {
        requireNonNull(change, "change");
    }

    /**
     * The instant up to which all was over when it was accepted: an artifact that ceased to score by then may be forgotten
     * with this change, and has to be sent again for later ones.
     */
    public long overUntil() {
        return Math.max(acceptedAt, BEGINNING);
    }
}
