package dev.latido.scoring;

import static java.util.Objects.requireNonNull;

import dev.latido.change.ChangeKind;
import dev.latido.change.Request;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of a model with what came of loading the artifacts that it names.
 *
 * @param active null where the change names none
 * @param shadow null where the change names none
 */
public record LoadedChange(
        ModelChange change,
        @Nullable Loaded active,
        @Nullable Loaded shadow) implements Request {
    public LoadedChange {
        requireNonNull(change, "change");
    }

    /** What came of loading the artifact that has the role. */
    public Optional<Loaded> loaded(Role role) {
        return Optional.ofNullable(role == Role.ACTIVE ? active : shadow);
    }

    @Override
    public ChangeKind kind() {
        return change.kind();
    }

    @Override
    public String subject() {
        return change.subject();
    }

    @Override
    public String by() {
        return change.by();
    }

    @Override
    public String reason() {
        return change.reason();
    }
}
