package dev.latido.models;

import dev.latido.control.FoundArtifact;
import dev.latido.model.artifact.ArtifactDirectory;
import dev.latido.model.artifact.ArtifactFiles;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.scoring.ModelChange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The models that Latido comes with, for demonstrations: they were trained on the simulator. */
public final class ShippedModels {

    private static final List<String> NAMES = List.of("churn", "ltv", "upsell");

    /** Where they are in the sources; files that a person reads are there too. */
    private static final String SOURCES = "model-artifacts/src/main/resources/models/";

    private ShippedModels() {}

    /** Where the program's own files are. */
    interface Resources {

        /** Opens a file; null when there is none of that name. */
        @Nullable
        InputStream open(String name);
    }

    /** The directories of their artifacts, seen from where Latido is. */
    public static List<String> places() {
        return NAMES.stream().map(SOURCES::concat).toList();
    }

    /**
     * Writes the models that there are to directories of their own, and gives what puts them in force.
     *
     * @param directory which the job can read, for as long as it may load them
     */
    public static List<ModelChange> writeTo(Path directory) throws IOException, UnusableArtifactException {
        return writeTo(directory, ShippedModels.class.getClassLoader()::getResourceAsStream);
    }

    static List<ModelChange> writeTo(Path directory, Resources resources)
            throws IOException, UnusableArtifactException {
        List<ModelChange> changes = new ArrayList<>();
        for (String name : NAMES) {
            Map<String, byte[]> files =
                    ArtifactFiles.read(file -> Optional.ofNullable(resources.open("models/" + name + "/" + file)));
            if (files.containsKey(ArtifactFiles.MANIFEST)) {
                Path place = directory.resolve(name);
                ArtifactDirectory.write(place, files);
                FoundArtifact found = FoundArtifact.at(place.toString());
                changes.add(new ModelChange(
                        found.model(), found.ref(), null, null, "latido", "shipped", ModelChange.AT_ONCE));
            }
        }
        return changes;
    }
}
