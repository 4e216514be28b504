package dev.latido.scoring;

import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.artifact.UnusableArtifactException;
import java.util.Map;
import java.util.Optional;

/** Reads artifacts that customers are to be scored with. */
public final class ArtifactReader {

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
        if (artifact.predictionCount() != 1) {
            throw new UnusableArtifactException("The model makes " + artifact.predictionCount()
                    + " predictions of a row; of a customer there can be one.");
        }
        return artifact;
    }
}
