package dev.latido.codec;

import dev.latido.event.Arrival;
import dev.latido.event.CustomerInput;
import dev.latido.event.Erasure;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of a {@link CustomerInput}. Kept in checkpoints for what waits for the watermark, so its tags never change. */
public enum CustomerInputCodec implements Codec<CustomerInput> {
    INSTANCE;

    private static final int ARRIVAL_V1 = 1;
    private static final int ERASURE_V1 = 2;

    @Override
    public Class<CustomerInput> type() {
        return CustomerInput.class;
    }

    @Override
    public void write(CustomerInput input, DataOutput out) throws IOException {
        if (input instanceof Arrival arrival) {
            out.writeByte(ARRIVAL_V1);
            CustomerEventCodec.INSTANCE.write(arrival.event(), out);
            out.writeLong(arrival.place());
            out.writeBoolean(arrival.late());
        } else if (input instanceof Erasure erasure) {
            out.writeByte(ERASURE_V1);
            Wire.writeString(erasure.tenantId(), out);
            Wire.writeString(erasure.customerId(), out);
            out.writeLong(erasure.place());
            Wire.writeString(erasure.by(), out);
            Wire.writeString(erasure.reason(), out);
        }
    }

    @Override
    public CustomerInput read(DataInput in) throws IOException {
        int tag = in.readByte();
        return switch (tag) {
            case ARRIVAL_V1 -> new Arrival(CustomerEventCodec.INSTANCE.read(in), in.readLong(), in.readBoolean());
            case ERASURE_V1 ->
                new Erasure(
                        Wire.readString(in),
                        Wire.readString(in),
                        in.readLong(),
                        Wire.readString(in),
                        Wire.readString(in));
            default -> throw new IOException("unknown form " + tag + " of a customer's input");
        };
    }
}
