package dev.latido.job;

import dev.latido.change.Request;
import dev.latido.control.FoundArtifact;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.scoring.ModelChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The models that a run begins with: those of artifacts that a person names. */
public final class InitialModels {

    private InitialModels() {}

    /**
     * What puts artifacts in force from the beginning of time, each for the model that it names.
     *
     * @param places directories of artifacts, of which no two may be of one model
     */
    public static List<Request> fromTheBeginning(List<String> places) throws UnusableArtifactException {
        List<Request> changes = new ArrayList<>();
        Set<String> models = new HashSet<>();
        for (String place : places) {
            FoundArtifact found = FoundArtifact.at(place);
            if (!models.add(found.model())) {
                throw new UnusableArtifactException(
                        "Two of the artifacts are of model " + found.model() + "; a run begins with one.");
            }
            changes.add(new ModelChange(
                    found.model(), found.ref(), null, null, "latido", "from a file", ModelChange.AT_ONCE));
        }
        return changes;
    }
}
