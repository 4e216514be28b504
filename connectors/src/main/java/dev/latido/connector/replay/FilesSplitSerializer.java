package dev.latido.connector.replay;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A {@link FilesSplit} as its numbers. */
final class FilesSplitSerializer implements SimpleVersionedSerializer<FilesSplit> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(FilesSplit split) {
        long[] recordsRead = split.recordsRead();
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * recordsRead.length);
        bytes.asLongBuffer().put(recordsRead);
        return bytes.array();
    }

    @Override
    public FilesSplit deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("unknown version " + version + " of a split of files");
        }
        try {
            LongBuffer numbers = ByteBuffer.wrap(serialized).asLongBuffer();
            long[] recordsRead = new long[numbers.remaining()];
            numbers.get(recordsRead);
            return new FilesSplit(recordsRead);
        } catch (BufferUnderflowException e) {
            throw new IOException("a split of files is cut off", e);
        }
    }
}
