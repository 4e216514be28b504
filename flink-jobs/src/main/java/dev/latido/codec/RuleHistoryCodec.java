package dev.latido.codec;

import dev.latido.rule.EffectiveChange;
import dev.latido.rule.RuleHistory;
import dev.latido.rule.RuleInForce;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Binary form of a {@link RuleHistory}: a version, then a fixed layout. Every version ever written stays readable. */
public enum RuleHistoryCodec implements Codec<RuleHistory> {
    INSTANCE;

    private static final int VERSION = 1;

    @Override
    public Class<RuleHistory> type() {
        return RuleHistory.class;
    }

    @Override
    public void write(RuleHistory history, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(history.keptSince());
        out.writeLong(history.lastChangeId());
        out.writeInt(history.base().size());
        for (RuleInForce rule : history.base()) {
            Wire.writeString(rule.ruleId(), out);
            out.writeLong(rule.changeId());
            out.writeInt(rule.version());
            Wire.writeString(rule.source(), out);
            out.writeBoolean(rule.paused());
        }
        out.writeInt(history.changes().size());
        for (EffectiveChange change : history.changes()) {
            EffectiveChangeCodec.INSTANCE.write(change, out);
        }
    }

    @Override
    public RuleHistory read(DataInput in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("the history of rules has version " + version + "; this program reads version "
                    + VERSION + " only");
        }
        return new RuleHistory(in.readLong(), in.readLong(), base(in), changes(in));
    }

    private static List<RuleInForce> base(DataInput in) throws IOException {
        List<RuleInForce> base = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            base.add(new RuleInForce(
                    Wire.readString(in), in.readLong(), in.readInt(), Wire.readString(in), in.readBoolean()));
        }
        return base;
    }

    private static List<EffectiveChange> changes(DataInput in) throws IOException {
        List<EffectiveChange> changes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            changes.add(EffectiveChangeCodec.INSTANCE.read(in));
        }
        return changes;
    }
}
