package dev.latido.control;

import dev.latido.model.artifact.Manifest;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.model.scorer.ScorerChoice;
import dev.latido.scoring.ArtifactReader;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.Loaded;
import dev.latido.scoring.LoadedChange;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelContent;
import dev.latido.scoring.Role;
import dev.latido.scoring.ScoringArtifact;
import dev.latido.scoring.Unloadable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads the artifacts that changes name, and checks them: whoever gets one can score with it. */
public final class ModelLoader {

    private ModelLoader() {}

    /**
     * Loads what the change names; this may take long.
     *
     * @param scorer what is to walk the trees
     */
    public static LoadedChange load(ModelChange change, ScorerChoice scorer) {
        return new LoadedChange(change, load(change, Role.ACTIVE, scorer), load(change, Role.SHADOW, scorer));
    }

    private static @Nullable Loaded load(ModelChange change, Role role, ScorerChoice scorer) {
        return change.artifact(role)
                .map(artifact -> load(change.model(), artifact, scorer))
                .orElse(null);
    }

    private static Loaded load(String model, ArtifactRef artifact, ScorerChoice scorer) {
        String location = artifact.location();
        try {
            Map<String, byte[]> files = ArtifactSource.read(location);
            Manifest manifest = manifest(files, artifact, scorer);
            return manifest.name().equals(model)
                    ? new ModelContent(artifact.sha256(), manifest.version(), files)
                    : new Unloadable("The artifact at " + location + " is of model " + manifest.name()
                            + ", but the record of model " + model + ".");
        } catch (UnreadableLocationException e) {
            return new Unloadable(String.valueOf(e.getMessage()));
        } catch (UnusableArtifactException e) {
            return new Unloadable("The artifact at " + location + " cannot be used: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return new Unloadable("The artifact at " + location + " could not be checked ("
                    + e.getClass().getSimpleName() + ").");
        }
    }

    private static Manifest manifest(Map<String, byte[]> files, ArtifactRef artifact, ScorerChoice scorer)
            throws UnusableArtifactException {
        ScoringArtifact opened = ArtifactReader.open(files, artifact.sha256(), scorer);
        opened.close();
        return opened.manifest();
    }
}
