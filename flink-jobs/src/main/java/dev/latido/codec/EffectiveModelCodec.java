package dev.latido.codec;

import dev.latido.scoring.EffectiveModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of an {@link EffectiveModel}. Kept in checkpoints, so it never changes. */
public enum EffectiveModelCodec implements Codec<EffectiveModel> {
    INSTANCE;

    @Override
    public Class<EffectiveModel> type() {
        return EffectiveModel.class;
    }

    @Override
    public void write(EffectiveModel change, DataOutput out) throws IOException {
        out.writeLong(change.changeId());
        out.writeLong(change.acceptedAt());
        out.writeLong(change.effectiveAt());
        ModelChangeCodec.INSTANCE.write(change.change(), out);
    }

    @Override
    public EffectiveModel read(DataInput in) throws IOException {
        return new EffectiveModel(in.readLong(), in.readLong(), in.readLong(), ModelChangeCodec.INSTANCE.read(in));
    }
}
