package dev.latido.replay;

import dev.latido.connector.record.Publication;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of publications in the order of their emission, waiting to be sorted.
 *
 * <p>A record is {@value #HEADER} bytes of header (at; the lengths of tenant, customer, id and value) and the bytes of
 * these four. Strings are one to three bytes for each UTF-16 unit, as in CESU-8: so the order of their unsigned bytes is
 * the order of {@link String#compareTo}, which that of UTF-8 is not.
 */
final class SpoolFile implements Closeable {

    static final int HEADER = Long.BYTES + 4 * Integer.BYTES;

    private static final int BUFFER = 1 << 18;

    private final OutputStream out;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    SpoolFile(Path file) throws IOException {
        out = Files.newOutputStream(file);
    }

    /** Adds a publication that has a value. */
    void append(Publication publication, byte[] value) throws IOException {
        String tenant = publication.tenantId();
        String customer = publication.customerId();
        String id = publication.id();
        makeRoom(HEADER + 3L * (tenant.length() + (long) customer.length() + id.length()) + value.length);

        int header = buffer.position();
        buffer.putLong(publication.at()).position(header + HEADER);
        buffer.putInt(header + 8, encode(tenant));
        buffer.putInt(header + 12, encode(customer));
        buffer.putInt(header + 16, encode(id));
        buffer.putInt(header + 20, value.length);
        buffer.put(value);
    }

    private void makeRoom(long bytes) throws IOException {
        if (bytes > buffer.remaining()) {
            flush();
        }
        if (bytes > buffer.capacity()) {
            buffer = ByteBuffer.allocate(Math.toIntExact(bytes));
        }
    }

    private int encode(String text) {
        int start = buffer.position();
        byte[] bytes = buffer.array();
        int next = start;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                bytes[next++] = (byte) unit;
            } else if (unit < 0x800) {
                bytes[next++] = (byte) (0xC0 | (unit >> 6));
                bytes[next++] = (byte) (0x80 | (unit & 0x3F));
            } else {
                bytes[next++] = (byte) (0xE0 | (unit >> 12));
                bytes[next++] = (byte) (0x80 | (unit >> 6 & 0x3F));
                bytes[next++] = (byte) (0x80 | (unit & 0x3F));
            }
        }
        buffer.position(next);
        return next - start;
    }

    void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
