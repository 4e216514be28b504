package dev.latido.codec;

import dev.latido.change.ControlMessage;
import dev.latido.rule.EffectiveChange;
import dev.latido.scoring.EffectiveModel;
import dev.latido.scoring.ModelContent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of a {@link ControlMessage}. */
public enum ControlMessageCodec implements Codec<ControlMessage> {
    INSTANCE;

    private static final int RULE = 1;
    private static final int CONTENT = 2;
    private static final int MODEL = 3;

    @Override
    public Class<ControlMessage> type() {
        return ControlMessage.class;
    }

    @Override
    public void write(ControlMessage message, DataOutput out) throws IOException {
        if (message instanceof EffectiveChange change) {
            out.writeByte(RULE);
            EffectiveChangeCodec.INSTANCE.write(change, out);
        } else if (message instanceof ModelContent content) {
            out.writeByte(CONTENT);
            ModelContentCodec.INSTANCE.write(content, out);
        } else if (message instanceof EffectiveModel change) {
            out.writeByte(MODEL);
            EffectiveModelCodec.INSTANCE.write(change, out);
        } else {
            throw new IOException("no form for " + message.getClass());
        }
    }

    @Override
    public ControlMessage read(DataInput in) throws IOException {
        int tag = in.readByte();
        return switch (tag) {
            case RULE -> EffectiveChangeCodec.INSTANCE.read(in);
            case CONTENT -> ModelContentCodec.INSTANCE.read(in);
            case MODEL -> EffectiveModelCodec.INSTANCE.read(in);
            default -> throw new IOException("unknown form " + tag + " of a control message");
        };
    }
}
