package dev.latido.model.artifact;

import dev.latido.model.booster.Booster;
import dev.latido.model.booster.BoosterReader;
import dev.latido.model.booster.UnusableModelException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of an artifact, looked at one by one; each is refused with a sentence that names it. */
final class ArtifactCheck {

    private final Map<String, byte[]> files;

    ArtifactCheck(Map<String, byte[]> files) {
        this.files = files;
    }

    byte[] content(String name) throws UnusableArtifactException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new UnusableArtifactException(name + " is missing.");
        }
        return content;
    }

    /** The manifest, when it and all files that it names are what they were. */
    Manifest manifest(Optional<String> expectedSha256) throws UnusableArtifactException {
        byte[] content = content(ArtifactFiles.MANIFEST);
        if (expectedSha256.isPresent()) {
            requireSame(ArtifactFiles.MANIFEST, content, expectedSha256.get(), "it was announced with");
        }
        Manifest manifest = ManifestYaml.read(content);
        for (Map.Entry<String, String> file : manifest.files().entrySet()) {
            if (!ArtifactFiles.NAMES.contains(file.getKey()) || file.getKey().equals(ArtifactFiles.MANIFEST)) {
                throw new UnusableArtifactException(ArtifactFiles.MANIFEST + " is wrong: files has " + file.getKey()
                        + ", which is no file of an artifact.");
            }
            requireSame(
                    file.getKey(),
                    content(file.getKey()),
                    file.getValue(),
                    ArtifactFiles.MANIFEST + " says that it is");
        }
        for (String name : ArtifactFiles.NAMES) {
            boolean isUnlisted = files.containsKey(name) && !manifest.files().containsKey(name);
            if (isUnlisted && !name.equals(ArtifactFiles.MANIFEST)) {
                throw new UnusableArtifactException(
                        name + " is there, but " + ArtifactFiles.MANIFEST + " does not list it under files.");
            }
        }
        return manifest;
    }

    private static void requireSame(String name, byte[] content, String expected, String who)
            throws UnusableArtifactException {
        String found = Sha256.of(content);
        if (!found.equals(expected)) {
            throw new UnusableArtifactException(
                    name + " has been changed: its SHA-256 is " + found + ", " + who + " " + expected + ".");
        }
    }

    /** The model, when its features and its objective are those of the manifest. */
    Booster model(Manifest manifest) throws UnusableArtifactException {
        String name = modelFile(manifest);
        Booster booster;
        try {
            booster = BoosterReader.read(content(name));
        } catch (UnusableModelException e) {
            throw new UnusableArtifactException(name + " cannot be used: " + e.getMessage(), e);
        }
        requireFeatures(name, manifest.featureNames(), booster.features());
        if (!booster.objective().label().equals(manifest.objective())) {
            throw new UnusableArtifactException(name + " has the objective "
                    + booster.objective().label() + ", but " + ArtifactFiles.MANIFEST + " says " + manifest.objective()
                    + ".");
        }
        if (Kind.of(booster.objective()) != manifest.kind()) {
            throw new UnusableArtifactException(ArtifactFiles.MANIFEST + " is wrong: the objective "
                    + manifest.objective() + " does not give what its kind says.");
        }
        return booster;
    }

    private static String modelFile(Manifest manifest) throws UnusableArtifactException {
        List<String> models = manifest.files().keySet().stream()
                .filter(name -> name.equals(ArtifactFiles.MODEL_JSON) || name.equals(ArtifactFiles.MODEL_UBJSON))
                .toList();
        if (models.size() != 1) {
            throw new UnusableArtifactException(ArtifactFiles.MANIFEST + " is wrong: files must have one of "
                    + ArtifactFiles.MODEL_JSON + " and " + ArtifactFiles.MODEL_UBJSON + ".");
        }
        return models.get(0);
    }

    private static void requireFeatures(String name, List<String> listed, Booster.Features found)
            throws UnusableArtifactException {
        if (listed.size() != found.count()) {
            throw new UnusableArtifactException(ArtifactFiles.MANIFEST + " lists " + listed.size() + " features, but "
                    + name + " has " + found.count() + ".");
        }
        for (int i = 0; i < found.names().size(); i++) {
            if (!found.names().get(i).equals(listed.get(i))) {
                throw new UnusableArtifactException(ArtifactFiles.MANIFEST + " lists " + listed.get(i)
                        + " as feature " + (i + 1) + ", but in " + name + " that is "
                        + found.names().get(i) + ".");
            }
        }
    }

    /** The reference, when there is one, of the features of the manifest. */
    @Nullable
    Reference reference(Manifest manifest) throws UnusableArtifactException {
        if (!files.containsKey(ArtifactFiles.REFERENCE)) {
            return null;
        }
        Reference reference = Reference.read(content(ArtifactFiles.REFERENCE));
        List<String> names =
                reference.features().stream().map(Reference.Histogram::name).toList();
        if (!names.equals(manifest.featureNames())) {
            throw new UnusableArtifactException(ArtifactFiles.REFERENCE + " has histograms of other features than "
                    + ArtifactFiles.MANIFEST + " lists.");
        }
        return reference;
    }

    /** Refuses a model that does not give the golden rows what they must have. */
    void golden(ModelArtifact artifact) throws UnusableArtifactException {
        if (files.containsKey(ArtifactFiles.GOLDEN)) {
            GoldenRows.check(content(ArtifactFiles.GOLDEN), artifact);
        }
    }
}
