package dev.latido.codec;

import dev.latido.rule.EffectiveChange;
import dev.latido.rule.Rule;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of an {@link EffectiveChange}. Kept in checkpoints, so the numbers of the policies never change. */
public enum EffectiveChangeCodec implements Codec<EffectiveChange> {
    INSTANCE;

    @Override
    public Class<EffectiveChange> type() {
        return EffectiveChange.class;
    }

    @Override
    public void write(EffectiveChange change, DataOutput out) throws IOException {
        out.writeLong(change.changeId());
        out.writeLong(change.acceptedAt());
        out.writeLong(change.effectiveAt());
        out.writeInt(change.version());
        out.writeByte(code(change.onChange()));
        RuleChangeCodec.INSTANCE.write(change.change(), out);
    }

    @Override
    public EffectiveChange read(DataInput in) throws IOException {
        return new EffectiveChange(
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                policy(in.readByte()),
                RuleChangeCodec.INSTANCE.read(in));
    }

    private static int code(Rule.OnChange policy) {
        return switch (policy) {
            case DRAIN -> 1;
            case RESET -> 2;
            case CARRY -> 3;
        };
    }

    private static Rule.OnChange policy(int code) throws IOException {
        return switch (code) {
            case 1 -> Rule.OnChange.DRAIN;
            case 2 -> Rule.OnChange.RESET;
            case 3 -> Rule.OnChange.CARRY;
            default -> throw new IOException("unknown number " + code + " of what becomes of partial matches");
        };
    }
}
