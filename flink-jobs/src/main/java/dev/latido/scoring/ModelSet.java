package dev.latido.scoring;

import java.util.List;

/**
 * The models that score at an instant.
 *
 * @param models in the order of their names
 */
public record ModelSet(List<ScoringModel> models) {

    /** No models at all. */
    public static final ModelSet NONE = new ModelSet(List.of());

    public ModelSet {
        models = List.copyOf(models);
    }
}
