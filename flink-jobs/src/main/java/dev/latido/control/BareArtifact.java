package dev.latido.control;

import dev.latido.model.artifact.ArtifactFiles;
import dev.latido.model.artifact.Manifest;
import dev.latido.model.artifact.ManifestYaml;
import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.artifact.Sha256;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.scoring.ArtifactReader;
import dev.latido.scoring.ModelContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An artifact made of a model file of XGBoost's alone, which says nothing but what that file says. */
public final class BareArtifact {

    private BareArtifact() {}

    /**
     * The artifact of a file in XGBoost's JSON or binary JSON.
     *
     * @param model name of the model that it is to be
     * @param features names of its features in its order; those that the file states when empty
     */
    public static ModelContent of(Path file, String model, List<String> features) throws UnusableArtifactException {
        try {
            byte[] content = content(file);
            ModelArtifact bare = ModelArtifact.bare(model, content, features);
            requireItsOwn(features, bare.booster().features().names());
            String name = file.toString().endsWith(".ubj") ? ArtifactFiles.MODEL_UBJSON : ArtifactFiles.MODEL_JSON;
            byte[] manifest = ManifestYaml.write(listing(bare.manifest(), Map.of(name, Sha256.of(content))));
            Map<String, byte[]> files = Map.of(name, content, ArtifactFiles.MANIFEST, manifest);
            ModelArtifact artifact = ArtifactReader.read(files, Optional.empty());
            return new ModelContent(artifact.sha256(), artifact.manifest().version(), files);
        } catch (UnusableArtifactException e) {
            throw new UnusableArtifactException("The model " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static byte[] content(Path file) throws UnusableArtifactException {
        try {
            if (Files.size(file) > ArtifactFiles.MOST_BYTES) {
                throw new UnusableArtifactException("It has more than 32 MiB.");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UnusableArtifactException("There is no such file.", e);
        } catch (IOException e) {
            throw new UnusableArtifactException("It cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static void requireItsOwn(List<String> features, List<String> own) throws UnusableArtifactException {
        if (!features.isEmpty() && !own.isEmpty() && !own.equals(features)) {
            throw new UnusableArtifactException(
                    "It names its features itself, and otherwise: " + String.join(", ", own) + ".");
        }
    }

    private static Manifest listing(Manifest bare, Map<String, String> files) {
        return new Manifest(
                bare.name(),
                bare.version(),
                bare.kind(),
                bare.xgboost(),
                files,
                bare.features(),
                bare.objective(),
                bare.label(),
                bare.training(),
                bare.calibration(),
                bare.cuts(),
                bare.parameters(),
                bare.metrics(),
                bare.table(),
                bare.note());
    }
}
