package dev.latido.job;

import dev.latido.change.Request;
import dev.latido.control.BareArtifact;
import dev.latido.control.FoundArtifact;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.LoadedChange;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The models that a run begins with: those of artifacts that a person names. */
public final class InitialModels {

    /** What a model file without a manifest is a model of. */
    private static final String BARE = "churn";

    private InitialModels() {}

    /**
     * What puts models in force from the beginning of time.
     *
     * @param places artifacts, each of another model: directories, or a file of XGBoost's alone, which is of model churn
     * @param features names of the features of such a file in its order; those that it states when empty
     */
    public static List<Request> fromTheBeginning(List<String> places, List<String> features)
            throws UnusableArtifactException {
        List<Request> changes = new ArrayList<>();
        Set<String> models = new HashSet<>();
        for (String place : places) {
            Request change = Files.isRegularFile(Path.of(place)) ? bare(Path.of(place), features) : whole(place);
            if (!models.add(change.subject())) {
                throw new UnusableArtifactException(
                        "Two of the artifacts are of model " + change.subject() + "; a run begins with one.");
            }
            changes.add(change);
        }
        return changes;
    }

    private static ModelChange whole(String place) throws UnusableArtifactException {
        FoundArtifact found = FoundArtifact.at(place);
        return change(found.model(), found.ref());
    }

    private static LoadedChange bare(Path file, List<String> features) throws UnusableArtifactException {
        ModelContent content = BareArtifact.of(file, BARE, features);
        String location = file.toAbsolutePath().normalize().toString();
        return new LoadedChange(change(BARE, new ArtifactRef(location, content.sha256())), content, null);
    }

    private static ModelChange change(String model, ArtifactRef artifact) {
        return new ModelChange(model, artifact, null, null, "latido", "from a file", ModelChange.AT_ONCE);
    }
}
