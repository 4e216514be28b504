package dev.latido.scoring;

import static java.util.Objects.requireNonNull;

import dev.latido.change.Change;
import dev.latido.change.ControlStatus;
import dev.latido.change.Request;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change of a model, as published; of a change that concerns both roles there is one for each.
 *
 * @param type {@code change}, by which it is told from what else is said of models
 * @param status {@code accepted}, {@code removed}, {@code refused} or {@code withdrawn}
 * @param role {@code active} or {@code shadow}: what the artifact is, or was to be, for the model
 * @param version what the artifact calls itself; absent where it could not be read
 * @param sha256 SHA-256 of the artifact; absent where there is none
 * @param location where it lies; absent where there is none
 * @param changeId number of the change; absent where it was refused
 * @param effectiveAt event time from which on it holds for all customers; absent where it was refused, and where it holds from
 *     the beginning
 * @param at event time when this was said; absent before all events
 * @param by who asked for the change; {@code unknown} where nobody is named
 * @param error why it was refused or withdrawn, in one sentence
 * @param note what else there is to know, in one sentence
 */
public record ModelStatus(
        int schemaVersion,
        String type,
        String model,
        String status,
        String role,
        @Nullable String version,
        @Nullable String sha256,
        @Nullable String location,
        @Nullable Long changeId,
        @Nullable Instant effectiveAt,
        @Nullable Instant at,
        String by,
        String reason,
        @Nullable String error,
        @Nullable String note)
        implements ControlStatus {

    public static final int SCHEMA_VERSION = 1;
    public static final String CHANGE = "change";

    public ModelStatus {
        requireNonNull(type, "type");
        requireNonNull(model, "model");
        requireNonNull(status, "status");
        requireNonNull(role, "role");
        requireNonNull(by, "by");
        requireNonNull(reason, "reason");
    }

    /** An artifact that gets the role. */
    public static ModelStatus accepted(
            EffectiveModel change, Role role, @Nullable String version, @Nullable String note) {
        return of(change, "accepted", role, version, change.acceptedAt(), null, note);
    }

    /** A role that no artifact has any more. */
    public static ModelStatus removed(EffectiveModel change, Role role) {
        return of(change, "removed", role, null, change.acceptedAt(), null, change.note());
    }

    /**
     * A change that had been accepted, but never takes effect since a later one came before.
     *
     * @param at event time, milliseconds since 1970-01-01 UTC
     */
    public static ModelStatus withdrawn(EffectiveModel change, @Nullable String version, long at, long byChange) {
        return of(change, "withdrawn", Role.ACTIVE, version, at, change.withdrawnBy(byChange), null);
    }

    /**
     * A request that was not accepted.
     *
     * @param artifact the one that is to blame; empty where none is
     * @param at event time, milliseconds since 1970-01-01 UTC
     */
    public static ModelStatus refused(
            Request request,
            Role role,
            Optional<ArtifactRef> artifact,
            @Nullable String version,
            long at,
            String error) {
        return new ModelStatus(
                SCHEMA_VERSION,
                CHANGE,
                request.subject(),
                "refused",
                role.text(),
                version,
                artifact.map(ArtifactRef::sha256).orElse(null),
                artifact.map(ArtifactRef::location).orElse(null),
                null,
                null,
                ControlStatus.instant(at),
                request.by().isEmpty() ? Change.UNKNOWN : request.by(),
                request.reason(),
                error,
                null);
    }

    private static ModelStatus of(
            EffectiveModel change,
            String status,
            Role role,
            @Nullable String version,
            long at,
            @Nullable String error,
            @Nullable String note) {
        Optional<ArtifactRef> artifact = change.change().artifact(role);
        return new ModelStatus(
                SCHEMA_VERSION,
                CHANGE,
                change.change().model(),
                status,
                role.text(),
                version,
                artifact.map(ArtifactRef::sha256).orElse(null),
                artifact.map(ArtifactRef::location).orElse(null),
                change.changeId(),
                change.since(),
                ControlStatus.instant(at),
                change.change().by(),
                change.change().reason(),
                error,
                note);
    }
}
