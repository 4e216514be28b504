package dev.latido.codec;

import dev.latido.scoring.ModelContent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Binary form of a {@link ModelContent}: a version, then a fixed layout. Every version ever written stays readable. */
public enum ModelContentCodec implements Codec<ModelContent> {
    INSTANCE;

    private static final int VERSION = 1;

    @Override
    public Class<ModelContent> type() {
        return ModelContent.class;
    }

    @Override
    public void write(ModelContent content, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        Wire.writeString(content.sha256(), out);
        Wire.writeString(content.version(), out);
        out.writeInt(content.files().size());
        for (Map.Entry<String, byte[]> file : content.files().entrySet()) {
            Wire.writeString(file.getKey(), out);
            Wire.writeBytes(file.getValue(), out);
        }
    }

    @Override
    public ModelContent read(DataInput in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("the content of a model has version " + version + "; this program reads version "
                    + VERSION + " only");
        }
        String sha256 = Wire.readString(in);
        String called = Wire.readString(in);
        Map<String, byte[]> files = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = Wire.readString(in);
            files.put(name, Wire.readBytes(in));
        }
        return new ModelContent(sha256, called, files);
    }
}
