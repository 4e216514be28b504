package dev.latido.codec;

import dev.latido.event.CustomerOutcome;
import dev.latido.event.CustomerOutcome.What;
import dev.latido.event.FeatureRecord;
import dev.latido.event.FeatureRow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Binary form of a {@link FeatureRecord}; whole milliseconds. */
public enum FeatureRecordCodec implements Codec<FeatureRecord> {
    INSTANCE;

    private static final int ROW = 1;
    private static final int OUTCOME = 2;

    @Override
    public Class<FeatureRecord> type() {
        return FeatureRecord.class;
    }

    @Override
    public void write(FeatureRecord record, DataOutput out) throws IOException {
        out.writeByte(record instanceof FeatureRow ? ROW : OUTCOME);
        Wire.writeString(record.tenantId(), out);
        Wire.writeString(record.customerId(), out);
        out.writeLong(record.at().toEpochMilli());
        if (record instanceof FeatureRow row) {
            out.writeInt(row.values().size());
            for (float value : row.values()) {
                out.writeFloat(value);
            }
        } else if (record instanceof CustomerOutcome outcome) {
            out.writeInt(outcome.schemaVersion());
            Wire.writeString(outcome.outcome().name(), out);
            out.writeBoolean(outcome.involuntary());
            out.writeLong(outcome.amountCents());
        }
    }

    @Override
    public FeatureRecord read(DataInput in) throws IOException {
        int tag = in.readByte();
        String tenantId = Wire.readString(in);
        String customerId = Wire.readString(in);
        Instant at = Instant.ofEpochMilli(in.readLong());
        return switch (tag) {
            case ROW -> new FeatureRow(tenantId, customerId, at, values(in));
            case OUTCOME ->
                new CustomerOutcome(
                        in.readInt(),
                        CustomerOutcome.TYPE,
                        tenantId,
                        customerId,
                        at,
                        What.valueOf(Wire.readString(in)),
                        in.readBoolean(),
                        in.readLong());
            default -> throw new IOException("unknown form " + tag + " of a record of features");
        };
    }

    private static List<Float> values(DataInput in) throws IOException {
        int size = in.readInt();
        List<Float> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(in.readFloat());
        }
        return values;
    }
}
