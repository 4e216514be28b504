package dev.latido.codec;

import dev.latido.scoring.EffectiveModel;
import dev.latido.scoring.ModelHistory;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Binary form of a {@link ModelHistory}: a version, then a fixed layout. Every version ever written stays readable. */
public enum ModelHistoryCodec implements Codec<ModelHistory> {
    INSTANCE;

    private static final int VERSION = 1;

    @Override
    public Class<ModelHistory> type() {
        return ModelHistory.class;
    }

    @Override
    public void write(ModelHistory history, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(history.lastChangeId());
        out.writeInt(history.changes().size());
        for (EffectiveModel change : history.changes()) {
            EffectiveModelCodec.INSTANCE.write(change, out);
        }
    }

    @Override
    public ModelHistory read(DataInput in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("the history of models has version " + version + "; this program reads version "
                    + VERSION + " only");
        }
        long lastChangeId = in.readLong();
        List<EffectiveModel> changes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            changes.add(EffectiveModelCodec.INSTANCE.read(in));
        }
        return new ModelHistory(lastChangeId, changes);
    }
}
