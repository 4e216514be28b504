package dev.latido.model.artifact;

import dev.latido.model.booster.Booster;
import dev.latido.model.forest.Forest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model with all that is needed to use it, checked: a manifest, the trees, and what values were like in training. */
public final class ModelArtifact {

    private final Manifest manifest;
    private final String sha256;
    private final Booster booster;
    private final Forest forest;
    private final @Nullable Reference reference;

    ModelArtifact(Manifest manifest, String sha256, Booster booster, @Nullable Reference reference) {
        this.manifest = manifest;
        this.sha256 = sha256;
        this.booster = booster;
        this.forest = Forest.of(booster);
        this.reference = reference;
    }

    /**
     * Checks the files of an artifact and makes the model of them.
     *
     * @param files what the files hold, by name; those that an artifact does not need are left alone, but count for its size
     * @param expectedSha256 of {@code artifact.yaml}, where it is known
     * @throws UnusableArtifactException with a sentence that names the file and the fact, when anything is not as it should be
     */
    public static ModelArtifact of(Map<String, byte[]> files, Optional<String> expectedSha256)
            throws UnusableArtifactException {
        ArtifactFiles.requireSmall(files);
        ArtifactCheck check = new ArtifactCheck(files);
        Manifest manifest = check.manifest(expectedSha256);
        Booster booster = check.model(manifest);
        Reference reference = check.reference(manifest);
        ModelArtifact artifact =
                new ModelArtifact(manifest, Sha256.of(check.content(ArtifactFiles.MANIFEST)), booster, reference);
        check.golden(artifact);
        return artifact;
    }

    /**
     * A model of XGBoost's alone, without a manifest; it has the default cuts.
     *
     * @param name what it predicts, in kebab case
     * @param model in XGBoost's JSON or binary JSON
     * @param features the names of its features in its order; those that the model itself states when empty
     */
    public static ModelArtifact bare(String name, byte[] model, List<String> features)
            throws UnusableArtifactException {
        return BareModel.read(name, model, features);
    }

    public Manifest manifest() {
        return manifest;
    }

    /** What names this artifact as a whole: the SHA-256 of its manifest, which has those of the other files. */
    public String sha256() {
        return sha256;
    }

    public Booster booster() {
        return booster;
    }

    /** The model, ready to score; may be shared between threads. */
    public Forest forest() {
        return forest;
    }

    public Optional<Reference> reference() {
        return Optional.ofNullable(reference);
    }

    /** From which probability on a risk is high or medium. */
    public Cuts cuts() {
        Cuts stated = manifest.cuts();
        return stated == null ? Cuts.DEFAULT : stated;
    }

    /** How many predictions a row has. */
    public int predictionCount() {
        return booster.objective().predictionCount(booster.outputs());
    }

    /**
     * Makes the predictions of a row of its margins: calibrated, or as the objective says.
     *
     * @param margins one per output
     * @param predictions receives {@link #predictionCount} values; may be the same array
     */
    public void predictions(float[] margins, float[] predictions) {
        if (manifest.calibration().isNone()) {
            booster.objective().predictions(margins, predictions);
        } else {
            predictions[0] = (float) manifest.calibration().probability(margins[0]);
        }
    }

    /**
     * Refuses a model that needs a feature which is not known.
     *
     * @throws UnusableArtifactException with a sentence that names those features
     */
    public void requireFeatures(Set<String> known) throws UnusableArtifactException {
        List<String> unknown = manifest.featureNames().stream()
                .filter(name -> !known.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnusableArtifactException("The model " + manifest.name() + " " + manifest.version()
                    + " needs features that do not exist: " + String.join(", ", unknown) + ".");
        }
    }
}
