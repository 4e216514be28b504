package dev.latido.control;

import dev.latido.change.Change;
import dev.latido.change.ChangeKind;
import dev.latido.connector.record.InvalidRecordException;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.ModelChange;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads changes of models: JSON objects with {@code model}, {@code active}, {@code by}, {@code reason} and, if wanted, {@code
 * shadow}, {@code previous} and {@code effectiveAt} (ISO-8601; at once without). The three artifacts are objects of {@code
 * location} and {@code sha256}, or null; without an active one the model is removed.
 */
public final class ModelChangeDecoder extends ChangeDecoder {

    private static final Set<String> ARTIFACT_FIELDS = Set.of("location", "sha256");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_LOCATION_BYTES = 4096;

    public ModelChangeDecoder() {
        super(
                ChangeKind.MODEL,
                "model",
                Set.of("schemaVersion", "model", "active", "shadow", "previous", "by", "reason", "effectiveAt"));
    }

    @Override
    Change read(ChangeRecord record, String model) throws InvalidRecordException {
        if (!record.has("active")) {
            throw new InvalidRecordException("active is missing; null removes the model.");
        }
        ArtifactRef active = artifact(record, "active");
        ArtifactRef shadow = artifact(record, "shadow");
        if (active == null && shadow != null) {
            throw new InvalidRecordException("A model without an active artifact can have none in the shadow.");
        }
        return new ModelChange(
                model,
                active,
                shadow,
                artifact(record, "previous"),
                record.text("by"),
                record.text("reason"),
                record.effectiveAt());
    }

    @Override
    Change removal(String model) {
        return ModelChange.removal(model, Change.UNKNOWN, "", Change.AT_ONCE);
    }

    private static @Nullable ArtifactRef artifact(ChangeRecord record, String role) throws InvalidRecordException {
        ChangeRecord artifact = record.optionalObject(role);
        if (artifact == null) {
            return null;
        }
        artifact.requireKnownFields(ARTIFACT_FIELDS);
        String sha256 = artifact.text("sha256");
        if (!SHA256.matcher(sha256).matches()) {
            throw new InvalidRecordException("sha256 is not 64 hex digits in lower case.");
        }
        return new ArtifactRef(artifact.text("location", MAX_LOCATION_BYTES), sha256);
    }
}
