package dev.latido.replay;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the records of a {@link SpoolFile} in their order. */
final class SpoolReader implements RecordSource, Closeable {

    private static final int BUFFER = 1 << 18;

    private final Path file;
    private final InputStream in;
    private final byte[] header = new byte[SpoolFile.HEADER];

    SpoolReader(Path file) throws IOException {
        this.file = file;
        in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }

    @Override
    public @Nullable SpoolRecord next() throws IOException {
        int read = in.readNBytes(header, 0, header.length);
        if (read == 0) {
            return null;
        }
        requireWhole(read, header.length);
        SpoolRecord spooled = new SpoolRecord(ByteBuffer.wrap(header));
        requireWhole(in.readNBytes(spooled.bytes(), 0, spooled.bytes().length), spooled.bytes().length);
        return spooled;
    }

    private void requireWhole(int read, int expected) throws EOFException {
        if (read < expected) {
            throw new EOFException(file + " ends within a record");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
