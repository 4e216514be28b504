package dev.latido.scoring;

import static java.util.Objects.requireNonNull;

import dev.latido.feature.Feature;
import dev.latido.model.artifact.ArtifactFiles;
import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.model.booster.UnusableModelException;
import dev.latido.model.scorer.ForestScorer;
import dev.latido.model.scorer.MissingNativeLibraryException;
import dev.latido.model.scorer.Scorer;
import dev.latido.model.scorer.ScorerChoice;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads artifacts that customers are to be scored with. */
public final class ArtifactReader {

    private static final Set<String> FEATURES =
            Feature.ALL.stream().map(Feature::text).collect(Collectors.toUnmodifiableSet());

    private ArtifactReader() {}

    /**
     * The artifact of these files, with all checks.
     *
     * @param sha256 of {@code artifact.yaml}, where it is known
     * @throws UnusableArtifactException with a sentence that names the file and the fact
     */
    public static ModelArtifact read(Map<String, byte[]> files, Optional<String> sha256)
            throws UnusableArtifactException {
        ModelArtifact artifact = ModelArtifact.of(files, sha256);
        artifact.requireFeatures(FEATURES);
        if (artifact.predictionCount() != 1) {
            throw new UnusableArtifactException("The model makes " + artifact.predictionCount()
                    + " predictions of a row; of a customer there can be one.");
        }
        return artifact;
    }

    /** Fails where {@link #read} does. */
    public static void requireUsable(Map<String, byte[]> files, String sha256) throws UnusableArtifactException {
        var unused = read(files, Optional.of(sha256));
    }

    /**
     * The same artifact, ready to score; to be closed by whoever opens it.
     *
     * @throws UnusableArtifactException also where the scorer does not take it
     */
    public static ScoringArtifact open(Map<String, byte[]> files, String sha256, ScorerChoice scorer)
            throws UnusableArtifactException {
        ModelArtifact artifact = read(files, Optional.of(sha256));
        try {
            return new ScoringArtifact(artifact, scorer(artifact, files, scorer));
        } catch (UnusableModelException | MissingNativeLibraryException e) {
            throw new UnusableArtifactException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Scorer scorer(ModelArtifact artifact, Map<String, byte[]> files, ScorerChoice choice)
            throws UnusableModelException, MissingNativeLibraryException {
        if (choice == ScorerChoice.FOREST) {
            return new ForestScorer(artifact.forest()); // which is there already
        }
        String model =
                files.containsKey(ArtifactFiles.MODEL_JSON) ? ArtifactFiles.MODEL_JSON : ArtifactFiles.MODEL_UBJSON;
        return choice.open(artifact.booster(), requireNonNull(files.get(model), model));
    }
}
