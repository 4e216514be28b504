package dev.latido.scoring;

import static java.util.Objects.requireNonNull;

import dev.latido.change.Effective;

/** A change of a model that has been accepted, with the one instant at which it takes effect for all customers. */
public record EffectiveModel(long changeId, long acceptedAt, long effectiveAt, ModelChange change)
        implements Effective {
    public EffectiveModel {
        requireNonNull(change, "change");
    }
}
