package dev.latido.scoring;

import static java.util.Objects.requireNonNull;

import dev.latido.event.Alert;
import dev.latido.event.Prediction;
import dev.latido.feature.Feature;
import dev.latido.feature.Language;
import dev.latido.model.artifact.Cuts;
import dev.latido.model.artifact.Kind;
import dev.latido.model.artifact.Label;
import dev.latido.model.artifact.Manifest;
import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.scorer.Scorer;
import java.util.List;

/**
 * An artifact that scores customers, one after the other, without allocating anything. It remembers the latest score; one
 * thread's own.
 */
public final class ScoringArtifact {

    private final ModelArtifact artifact;
    private final Scorer scorer;
    private final List<Feature> features;
    /** For each feature of the model, where it stands among the job's. */
    private final int[] places;

    private final float[] row;
    private final float[] margins;
    private final float[] predictions;
    private final Contributions contributions;

    /**
     * An artifact of which nothing has been asked yet.
     *
     * @param artifact of which all features are known, with one prediction for each row
     * @param scorer of its model
     */
    ScoringArtifact(ModelArtifact artifact, Scorer scorer) {
        this.artifact = artifact;
        this.scorer = scorer;
        features = artifact.manifest().featureNames().stream()
                .map(name -> Feature.named(name).orElseThrow())
                .toList();
        places = features.stream().mapToInt(Feature::index).toArray();
        contributions = new Contributions(artifact.booster());
        row = new float[places.length];
        margins = new float[scorer.outputs()];
        predictions = new float[artifact.predictionCount()];
    }

    public ModelArtifact artifact() {
        return artifact;
    }

    public Manifest manifest() {
        return artifact.manifest();
    }

    /** What names the artifact as a whole. */
    public String sha256() {
        return artifact.sha256();
    }

    public String version() {
        return manifest().version();
    }

    public Cuts cuts() {
        return artifact.cuts();
    }

    public boolean isProbability() {
        return manifest().kind() == Kind.PROBABILITY;
    }

    /**
     * Scores a customer.
     *
     * @param values of all features, each at its {@link Feature#index}
     */
    void score(float[] values) {
        for (int i = 0; i < places.length; i++) {
            row[i] = values[places[i]];
        }
        scorer.margins(row, margins);
        artifact.predictions(margins, predictions);
    }

    /** The features of the customer that was scored last, in the model's order; not to be changed. */
    public float[] row() {
        return row;
    }

    /** What the model predicts of the customer that was scored last. */
    public float output() {
        return predictions[0];
    }

    /** Whether that is a number; it is none where the model's sums are beyond all numbers. */
    public boolean isDefined() {
        return !Float.isNaN(predictions[0]);
    }

    /** The same as {@link Prediction#published} has it. */
    public double published() {
        return Prediction.published(predictions[0]);
    }

    /** Whether that is a probability which is high. */
    boolean isHigh() {
        return isProbability() && published() > cuts().high();
    }

    /** The prediction, as that of the model with the name. */
    Prediction prediction(String model) {
        return new Prediction(model, version(), published(), isProbability() ? levelText() : null);
    }

    private String levelText() {
        return RiskLevel.of(published(), cuts()).text();
    }

    /**
     * The probability of the customer that was scored last, with what counted most; not cheap.
     *
     * @param model the model's name
     * @param effect what factors are said to raise or lower
     */
    public Alert.ExplainedPrediction explained(String model, Effect effect, Language language) {
        return new Alert.ExplainedPrediction(
                model,
                version(),
                published(),
                levelText(),
                requireNonNull(Factors.shortest(margins[0])),
                factors(effect, language));
    }

    /**
     * What counted most for the customer that was scored last, strongest first; at most five. Empty where the model does not
     * know how many rows it learned from went which way.
     */
    public List<Alert.Factor> factors(Effect effect, Language language) {
        return contributions
                .of(row)
                .map(parts ->
                        Factors.strongest(features, row, parts, isRising(), new Factors.Wording(language, effect)))
                .orElse(List.of());
    }

    /** Whether the prediction rises with the margin, of which contributions are parts. */
    private boolean isRising() {
        Double slope = manifest().calibration().slope();
        return slope == null || slope >= 0;
    }

    /** What an alert about the customer that was scored last has to say. */
    public RiskFinding finding(Alert.ExplainedPrediction prediction) {
        Label label = manifest().label();
        return new RiskFinding(prediction, cuts().high(), label == null ? null : label.horizonDays());
    }

    /** Gives back what the scorer holds outside of the heap. */
    public void close() {
        scorer.close();
    }
}
