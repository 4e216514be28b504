package dev.latido.codec;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/** Binary form of a {@link CustomerEvent}; whole milliseconds. */
public enum CustomerEventCodec implements Codec<CustomerEvent> {
    INSTANCE;

    @Override
    public Class<CustomerEvent> type() {
        return CustomerEvent.class;
    }

    @Override
    public void write(CustomerEvent event, DataOutput out) throws IOException {
        Wire.writeString(event.eventId(), out);
        Wire.writeString(event.tenantId(), out);
        Wire.writeString(event.customerId(), out);
        Wire.writeString(event.userId(), out);
        out.writeByte(event.kind().code());
        Wire.writeString(event.name(), out);
        out.writeLong(event.at().toEpochMilli());
        out.writeLong(event.amountCents());
        Wire.writeStrings(event.attributes(), out);
    }

    @Override
    public CustomerEvent read(DataInput in) throws IOException {
        return new CustomerEvent(
                Wire.readString(in),
                Wire.readString(in),
                Wire.readString(in),
                Wire.readString(in),
                Kind.ofCode(in.readByte()),
                Wire.readString(in),
                Instant.ofEpochMilli(in.readLong()),
                in.readLong(),
                Wire.readStrings(in));
    }
}
