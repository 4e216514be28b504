package dev.latido.codec;

import dev.latido.rule.EffectiveChange;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of an {@link EffectiveChange}; kept in checkpoints. */
public enum EffectiveChangeCodec implements Codec<EffectiveChange> {
    INSTANCE;

    @Override
    public Class<EffectiveChange> type() {
        return EffectiveChange.class;
    }

    @Override
    public void write(EffectiveChange change, DataOutput out) throws IOException {
        out.writeLong(change.changeId());
        out.writeLong(change.effectiveAt());
        RuleChangeCodec.INSTANCE.write(change.change(), out);
    }

    @Override
    public EffectiveChange read(DataInput in) throws IOException {
        return new EffectiveChange(in.readLong(), in.readLong(), RuleChangeCodec.INSTANCE.read(in));
    }
}
