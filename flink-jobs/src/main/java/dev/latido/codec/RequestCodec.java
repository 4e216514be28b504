package dev.latido.codec;

import dev.latido.change.ChangeKind;
import dev.latido.change.Request;
import dev.latido.change.Unusable;
import dev.latido.rule.RuleChange;
import dev.latido.scoring.Loaded;
import dev.latido.scoring.LoadedChange;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelContent;
import dev.latido.scoring.Unloadable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Binary form of a {@link Request}. Kept in checkpoints for changes of models whose artifacts are being loaded, so its tags
 * never change.
 */
public enum RequestCodec implements Codec<Request> {
    INSTANCE;

    private static final int RULE_CHANGE = 1;
    private static final int UNUSABLE = 2;
    private static final int MODEL_CHANGE = 3;
    private static final int LOADED_CHANGE = 4;

    private static final int NOTHING = 0;
    private static final int CONTENT = 1;
    private static final int UNLOADABLE = 2;

    @Override
    public Class<Request> type() {
        return Request.class;
    }

    @Override
    public void write(Request request, DataOutput out) throws IOException {
        if (request instanceof RuleChange change) {
            out.writeByte(RULE_CHANGE);
            RuleChangeCodec.INSTANCE.write(change, out);
        } else if (request instanceof Unusable unusable) {
            out.writeByte(UNUSABLE);
            Wire.writeString(unusable.kind().text(), out);
            Wire.writeString(unusable.subject(), out);
            Wire.writeString(unusable.by(), out);
            Wire.writeString(unusable.reason(), out);
            Wire.writeString(unusable.error(), out);
        } else if (request instanceof ModelChange change) {
            out.writeByte(MODEL_CHANGE);
            ModelChangeCodec.INSTANCE.write(change, out);
        } else if (request instanceof LoadedChange loaded) {
            out.writeByte(LOADED_CHANGE);
            ModelChangeCodec.INSTANCE.write(loaded.change(), out);
            write(loaded.active(), out);
            write(loaded.shadow(), out);
        } else {
            throw new IOException("no form for " + request.getClass());
        }
    }

    private static void write(@Nullable Loaded loaded, DataOutput out) throws IOException {
        if (loaded instanceof ModelContent content) {
            out.writeByte(CONTENT);
            ModelContentCodec.INSTANCE.write(content, out);
        } else if (loaded instanceof Unloadable unloadable) {
            out.writeByte(UNLOADABLE);
            Wire.writeString(unloadable.error(), out);
        } else {
            out.writeByte(NOTHING);
        }
    }

    @Override
    public Request read(DataInput in) throws IOException {
        int tag = in.readByte();
        return switch (tag) {
            case RULE_CHANGE -> RuleChangeCodec.INSTANCE.read(in);
            case UNUSABLE ->
                new Unusable(
                        kind(Wire.readString(in)),
                        Wire.readString(in),
                        Wire.readString(in),
                        Wire.readString(in),
                        Wire.readString(in));
            case MODEL_CHANGE -> ModelChangeCodec.INSTANCE.read(in);
            case LOADED_CHANGE -> new LoadedChange(ModelChangeCodec.INSTANCE.read(in), readLoaded(in), readLoaded(in));
            default -> throw new IOException("unknown form " + tag + " of what was read of a change");
        };
    }

    private static @Nullable Loaded readLoaded(DataInput in) throws IOException {
        int tag = in.readByte();
        return switch (tag) {
            case NOTHING -> null;
            case CONTENT -> ModelContentCodec.INSTANCE.read(in);
            case UNLOADABLE -> new Unloadable(Wire.readString(in));
            default -> throw new IOException("unknown form " + tag + " of what was loaded");
        };
    }

    private static ChangeKind kind(String text) throws IOException {
        for (ChangeKind kind : ChangeKind.values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        throw new IOException("unknown kind " + text + " of a change");
    }
}
