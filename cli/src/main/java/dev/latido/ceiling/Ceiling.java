package dev.latido.ceiling;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * How well customers who give notice within the horizon are told from the others, by a model and by what the simulator hides.
 *
 * @param customers who were there, and had not given notice
 * @param leaving those of them that give notice within the horizon
 * @param model the area under the model's ROC curve, 0.5 by chance and 1 at best
 * @param hidden that of the hidden probabilities, for the same customers
 * @param files the model's artifact
 */
public record Ceiling(int customers, int leaving, double model, double hidden, Map<String, byte[]> files) {

    public Ceiling {
        requireNonNull(files, "files");
        files = Map.copyOf(files);
    }

    /** How far the model stays below; negative where it is better by chance. */
    public double gap() {
        return hidden - model;
    }
}
