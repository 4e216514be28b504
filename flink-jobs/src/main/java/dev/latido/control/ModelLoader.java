package dev.latido.control;

import dev.latido.model.artifact.Manifest;
import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.scoring.ArtifactReader;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.Loaded;
import dev.latido.scoring.LoadedChange;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelContent;
import dev.latido.scoring.Role;
import dev.latido.scoring.Unloadable;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads the artifacts that changes name, and checks them: whoever gets one can score with it. */
public final class ModelLoader {

    private ModelLoader() {}

    /** Loads what the change names; this may take long. */
    public static LoadedChange load(ModelChange change) {
        return new LoadedChange(change, load(change, Role.ACTIVE), load(change, Role.SHADOW));
    }

    private static @Nullable Loaded load(ModelChange change, Role role) {
        return change.artifact(role)
                .map(artifact -> load(change.model(), artifact))
                .orElse(null);
    }

    private static Loaded load(String model, ArtifactRef artifact) {
        String location = artifact.location();
        try {
            Map<String, byte[]> files = ArtifactSource.read(location);
            ModelArtifact read = ArtifactReader.read(files, Optional.of(artifact.sha256()));
            Manifest manifest = read.manifest();
            return manifest.name().equals(model)
                    ? new ModelContent(artifact.sha256(), manifest.version(), files)
                    : new Unloadable(
                            false,
                            "The artifact at " + location + " is of model " + manifest.name()
                                    + ", but the record of model " + model + ".");
        } catch (UnreadableLocationException e) {
            return new Unloadable(e.absent(), String.valueOf(e.getMessage()));
        } catch (UnusableArtifactException e) {
            return new Unloadable(false, "The artifact at " + location + " cannot be used: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return new Unloadable(
                    false,
                    "The artifact at " + location + " could not be checked ("
                            + e.getClass().getSimpleName() + ").");
        }
    }
}
