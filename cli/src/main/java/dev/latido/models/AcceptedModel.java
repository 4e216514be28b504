package dev.latido.models;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latido.change.Change;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the job has made of a model, as its statuses tell; taken in the order of the changes' numbers. */
final class AcceptedModel {

    private final String model;
    private @Nullable ArtifactRef active;
    private @Nullable ArtifactRef shadow;
    private @Nullable ArtifactRef previous;

    AcceptedModel(String model) {
        this.model = model;
    }

    void take(JsonNode status) {
        boolean ofActive = status.path("role").asText().equals(Role.ACTIVE.text());
        switch (status.path("status").asText()) {
            case "accepted" -> {
                ArtifactRef artifact = new ArtifactRef(
                        status.path("location").asText(), status.path("sha256").asText());
                if (ofActive) {
                    activate(artifact);
                } else {
                    shadow = artifact;
                }
            }
            case "removed" -> {
                shadow = null;
                active = ofActive ? null : active;
            }
            default -> {} // withdrawn by a change that follows
        }
    }

    private void activate(ArtifactRef artifact) {
        if (!artifact.equals(active)) {
            previous = active == null ? previous : active;
            active = artifact;
        }
        if (artifact.equals(shadow)) {
            shadow = null; // promoted
        }
    }

    Optional<ModelChange> statement() {
        return active == null
                ? Optional.empty()
                : Optional.of(new ModelChange(model, active, shadow, null, Change.UNKNOWN, "", Change.AT_ONCE)
                        .withPrevious(previous));
    }
}
