package dev.latido.control;

import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.EffectiveModel;
import dev.latido.scoring.LoadedChange;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelStatus;
import dev.latido.scoring.Role;
import dev.latido.scoring.Unloadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is said of a change of a model that was accepted: a status for each role that another artifact gets, or none. */
final class ModelStatuses {

    private ModelStatuses() {}

    /**
     * The statuses of a change; at least one.
     *
     * @param before what the model would be without it; empty where there would be none
     * @param version what an artifact calls itself
     */
    static List<ModelStatus> of(
            EffectiveModel effective,
            Optional<ModelChange> before,
            LoadedChange loaded,
            Function<ArtifactRef, @Nullable String> version) {
        List<ModelStatus> statuses = new ArrayList<>();
        for (Role role : Role.values()) {
            Optional<ArtifactRef> was = before.flatMap(model -> model.artifact(role));
            Optional<ArtifactRef> is = effective.change().artifact(role);
            if (is.isPresent() && !is.equals(was)) {
                statuses.add(accepted(effective, role, loaded, version));
            } else if (is.isEmpty()
                    && was.isPresent()
                    && !was.equals(effective.change().artifact(Role.ACTIVE))) {
                statuses.add(ModelStatus.removed(effective, role));
            }
        }
        return statuses.isEmpty() ? List.of(accepted(effective, Role.ACTIVE, loaded, version)) : statuses;
    }

    private static ModelStatus accepted(
            EffectiveModel effective, Role role, LoadedChange loaded, Function<ArtifactRef, @Nullable String> version) {
        String called = effective.change().artifact(role).map(version).orElse(null);
        return ModelStatus.accepted(effective, role, called, note(effective, loaded, role));
    }

    private static @Nullable String note(EffectiveModel effective, LoadedChange loaded, Role role) {
        Optional<String> kept = loaded.loaded(role)
                .filter(Unloadable.class::isInstance)
                .map(Unloadable.class::cast)
                .map(unloadable -> "What was read of it earlier is used: " + unloadable.error());
        String note = Stream.of(Optional.ofNullable(effective.note()), kept)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return note.isEmpty() ? null : note;
    }
}
