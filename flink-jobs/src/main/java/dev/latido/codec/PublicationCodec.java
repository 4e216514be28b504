package dev.latido.codec;

import dev.latido.connector.record.Publication;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of a {@link Publication}. */
public enum PublicationCodec implements Codec<Publication> {
    INSTANCE;

    @Override
    public Class<Publication> type() {
        return Publication.class;
    }

    @Override
    public void write(Publication publication, DataOutput out) throws IOException {
        Wire.writeString(publication.stream(), out);
        Wire.writeBytes(publication.key(), out);
        byte[] value = publication.value();
        out.writeBoolean(value != null);
        if (value != null) {
            Wire.writeBytes(value, out);
        }
        out.writeLong(publication.at());
        Wire.writeString(publication.tenantId(), out);
        Wire.writeString(publication.customerId(), out);
        Wire.writeString(publication.id(), out);
    }

    @Override
    public Publication read(DataInput in) throws IOException {
        return new Publication(
                Wire.readString(in),
                Wire.readBytes(in),
                in.readBoolean() ? Wire.readBytes(in) : null,
                in.readLong(),
                Wire.readString(in),
                Wire.readString(in),
                Wire.readString(in));
    }
}
