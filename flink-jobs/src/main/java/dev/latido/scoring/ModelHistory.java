package dev.latido.scoring;

import java.util.List;

/**
 * What is remembered of the changes of models: the content of a {@link ModelBook}.
 *
 * @param lastChangeId number of the latest change of all; 0 where there was none
 * @param changes in the order in which they take effect
 */
public record ModelHistory(long lastChangeId, List<EffectiveModel> changes) {

    public static final ModelHistory EMPTY = new ModelHistory(0, List.of());

    public ModelHistory {
        changes = List.copyOf(changes);
    }
}
