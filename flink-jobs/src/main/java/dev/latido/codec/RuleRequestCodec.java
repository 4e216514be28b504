package dev.latido.codec;

import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleRequest;
import dev.latido.rule.UnusableChange;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of a {@link RuleRequest}. */
public enum RuleRequestCodec implements Codec<RuleRequest> {
    INSTANCE;

    private static final int CHANGE = 1;
    private static final int UNUSABLE = 2;

    @Override
    public Class<RuleRequest> type() {
        return RuleRequest.class;
    }

    @Override
    public void write(RuleRequest request, DataOutput out) throws IOException {
        if (request instanceof RuleChange change) {
            out.writeByte(CHANGE);
            RuleChangeCodec.INSTANCE.write(change, out);
        } else if (request instanceof UnusableChange unusable) {
            out.writeByte(UNUSABLE);
            Wire.writeString(unusable.ruleId(), out);
            Wire.writeString(unusable.by(), out);
            Wire.writeString(unusable.reason(), out);
            Wire.writeString(unusable.error(), out);
        }
    }

    @Override
    public RuleRequest read(DataInput in) throws IOException {
        int tag = in.readByte();
        return switch (tag) {
            case CHANGE -> RuleChangeCodec.INSTANCE.read(in);
            case UNUSABLE ->
                new UnusableChange(Wire.readString(in), Wire.readString(in), Wire.readString(in), Wire.readString(in));
            default -> throw new IOException("unknown form " + tag + " of what was read of a rule");
        };
    }
}
