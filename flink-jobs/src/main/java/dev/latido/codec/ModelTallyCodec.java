package dev.latido.codec;

import dev.latido.watch.tally.ModelTally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of a {@link ModelTally}: its own, with the length in front. */
public enum ModelTallyCodec implements Codec<ModelTally> {
    INSTANCE;

    @Override
    public Class<ModelTally> type() {
        return ModelTally.class;
    }

    @Override
    public void write(ModelTally tally, DataOutput out) throws IOException {
        Wire.writeBytes(tally.toBytes(), out);
    }

    @Override
    public ModelTally read(DataInput in) throws IOException {
        return ModelTally.of(Wire.readBytes(in));
    }
}
