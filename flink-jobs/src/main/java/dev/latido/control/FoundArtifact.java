package dev.latido.control;

import static java.util.Objects.requireNonNull;

import dev.latido.model.artifact.Manifest;
import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.scoring.ArtifactReader;
import dev.latido.scoring.ArtifactRef;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** An artifact that was found at a place and can be used, with what it says of itself. */
public record FoundArtifact(String model, String version, ArtifactRef ref) {

    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:/.*");

    public FoundArtifact {
        requireNonNull(model, "model");
        requireNonNull(version, "version");
        requireNonNull(ref, "ref");
    }

    /**
     * The artifact of a directory.
     *
     * @param place as a person writes it: with a scheme, or a path that may be relative
     */
    public static FoundArtifact at(String place) throws UnusableArtifactException {
        String location = SCHEME.matcher(place).matches()
                ? place
                : Path.of(place).toAbsolutePath().normalize().toString();
        try {
            ModelArtifact read = ArtifactReader.read(ArtifactSource.read(location), Optional.empty());
            Manifest manifest = read.manifest();
            return new FoundArtifact(manifest.name(), manifest.version(), new ArtifactRef(location, read.sha256()));
        } catch (UnreadableLocationException e) {
            throw new UnusableArtifactException(String.valueOf(e.getMessage()), e);
        } catch (UnusableArtifactException e) {
            throw new UnusableArtifactException(
                    "The artifact at " + location + " cannot be used: " + e.getMessage(), e);
        }
    }
}
