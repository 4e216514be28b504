package dev.latido.codec;

import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.ModelChange;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Binary form of a {@link ModelChange}. Kept in checkpoints, so it never changes. */
public enum ModelChangeCodec implements Codec<ModelChange> {
    INSTANCE;

    @Override
    public Class<ModelChange> type() {
        return ModelChange.class;
    }

    @Override
    public void write(ModelChange change, DataOutput out) throws IOException {
        Wire.writeString(change.model(), out);
        write(change.active(), out);
        write(change.shadow(), out);
        write(change.previous(), out);
        Wire.writeString(change.by(), out);
        Wire.writeString(change.reason(), out);
        out.writeLong(change.effectiveAt());
    }

    private static void write(@Nullable ArtifactRef artifact, DataOutput out) throws IOException {
        out.writeBoolean(artifact != null);
        if (artifact != null) {
            Wire.writeString(artifact.location(), out);
            Wire.writeString(artifact.sha256(), out);
        }
    }

    @Override
    public ModelChange read(DataInput in) throws IOException {
        return new ModelChange(
                Wire.readString(in),
                artifact(in),
                artifact(in),
                artifact(in),
                Wire.readString(in),
                Wire.readString(in),
                in.readLong());
    }

    private static @Nullable ArtifactRef artifact(DataInput in) throws IOException {
        return in.readBoolean() ? new ArtifactRef(Wire.readString(in), Wire.readString(in)) : null;
    }
}
