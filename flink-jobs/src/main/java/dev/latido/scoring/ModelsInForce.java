package dev.latido.scoring;

import java.util.List;
import java.util.Optional;

/**
 * What the models are in a period of event time.
 *
 * @param from first instant of the period, milliseconds since 1970-01-01 UTC; {@link Long#MIN_VALUE}: from the beginning
 * @param until first instant after it; {@link Long#MAX_VALUE}: no end is known
 * @param models in the order of their names
 */
public record ModelsInForce(long from, long until, List<ModelChange> models) {

    public ModelsInForce {
        models = List.copyOf(models);
    }

    public Optional<ModelChange> model(String name) {
        return models.stream().filter(model -> model.model().equals(name)).findFirst();
    }
}
