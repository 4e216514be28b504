package dev.latido.codec;

import dev.latido.rule.RuleChange;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of a {@link RuleChange}. Kept in checkpoints, so the numbers of the actions never change. */
public enum RuleChangeCodec implements Codec<RuleChange> {
    INSTANCE;

    @Override
    public Class<RuleChange> type() {
        return RuleChange.class;
    }

    @Override
    public void write(RuleChange change, DataOutput out) throws IOException {
        Wire.writeString(change.ruleId(), out);
        out.writeByte(code(change.action()));
        Wire.writeString(change.definition(), out);
        Wire.writeString(change.by(), out);
        Wire.writeString(change.reason(), out);
        out.writeLong(change.effectiveAt());
    }

    @Override
    public RuleChange read(DataInput in) throws IOException {
        return new RuleChange(
                Wire.readString(in),
                action(in.readByte()),
                Wire.readString(in),
                Wire.readString(in),
                Wire.readString(in),
                in.readLong());
    }

    private static int code(RuleChange.Action action) {
        return switch (action) {
            case APPLY -> 1;
            case PAUSE -> 2;
            case RESUME -> 3;
            case DELETE -> 4;
        };
    }

    private static RuleChange.Action action(int code) throws IOException {
        return switch (code) {
            case 1 -> RuleChange.Action.APPLY;
            case 2 -> RuleChange.Action.PAUSE;
            case 3 -> RuleChange.Action.RESUME;
            case 4 -> RuleChange.Action.DELETE;
            default -> throw new IOException("unknown number " + code + " of what is done with a rule");
        };
    }
}
