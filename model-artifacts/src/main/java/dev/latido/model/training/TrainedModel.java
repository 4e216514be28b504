package dev.latido.model.training;

import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.evaluation.LabelledScores;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model that has been trained, and what there is to say of it.
 *
 * @param files its artifact, by name
 * @param artifact the same, loaded
 * @param rounds how many trees it has
 * @param curve the mean loss on validation after each round
 * @param validation in words, how the number of rounds, the calibration and the cuts were found
 * @param test its probabilities of the test rows and what came true; empty where it predicts amounts
 * @param amounts its predictions of the test rows and what they were; empty where it predicts probabilities
 * @param importance of its features
 */
public record TrainedModel(
        Map<String, byte[]> files,
        ModelArtifact artifact,
        int rounds,
        List<Float> curve,
        String validation,
        Optional<LabelledScores> test,
        List<Amount> amounts,
        List<Importance> importance) {

    /** An amount that was predicted, and what it was. */
    public record Amount(double predicted, double actual) {}

    public TrainedModel {
        files = Map.copyOf(files);
        curve = List.copyOf(curve);
        amounts = List.copyOf(amounts);
        importance = List.copyOf(importance);
    }
}
