package dev.latido.control;

import static java.util.Objects.requireNonNull;

import dev.latido.scoring.ArtifactReader;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.ScoringArtifact;
import dev.latido.scoring.UnusableArtifactException;
import java.nio.file.Path;
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
            ScoringArtifact read = ArtifactReader.read(ArtifactSource.read(location));
            return new FoundArtifact(read.name(), read.version(), new ArtifactRef(location, read.sha256()));
        } catch (UnreadableLocationException e) {
            throw new UnusableArtifactException(String.valueOf(e.getMessage()));
        } catch (UnusableArtifactException e) {
            throw new UnusableArtifactException("The artifact at " + location + " cannot be used: " + e.getMessage());
        }
    }
}
