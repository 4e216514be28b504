package dev.latido.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** A record read back from a {@link SpoolFile}. */
final class SpoolRecord {

    /** By at, tenant, customer and id; the strings as {@link String#compareTo} has them. */
    static final Comparator<SpoolRecord> ORDER = SpoolRecord::compare;

    /** About what the objects take besides the bytes. */
    private static final int OVERHEAD = 64;

    private final long at;
    private final int customer;
    private final int id;
    private final int value;
    private final byte[] bytes;

    SpoolRecord(ByteBuffer header) {
        at = header.getLong();
        customer = header.getInt();
        id = customer + header.getInt();
        value = id + header.getInt();
        bytes = new byte[value + header.getInt()];
    }

    /** Everything behind the header; whoever reads the record fills it. */
    byte[] bytes() {
        return bytes;
    }

    /** Memory that the record takes. */
    int size() {
        return OVERHEAD + bytes.length;
    }

    void writeTo(OutputStream out) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(SpoolFile.HEADER)
                .putLong(at)
                .putInt(customer)
                .putInt(id - customer)
                .putInt(value - id)
                .putInt(bytes.length - value);
        out.write(header.array());
        out.write(bytes);
    }

    /** The record's customer, different for every pair of tenant and customer. */
    String owner() {
        return customer + ":" + new String(bytes, 0, id, StandardCharsets.ISO_8859_1);
    }

    void writeLineTo(OutputStream out) throws IOException {
        out.write(bytes, value, bytes.length - value);
        out.write('\n');
    }

    private static int compare(SpoolRecord a, SpoolRecord b) {
        int order = Long.compare(a.at, b.at);
        if (order == 0) {
            order = Arrays.compareUnsigned(a.bytes, 0, a.customer, b.bytes, 0, b.customer);
        }
        if (order == 0) {
            order = Arrays.compareUnsigned(a.bytes, a.customer, a.id, b.bytes, b.customer, b.id);
        }
        if (order == 0) {
            order = Arrays.compareUnsigned(a.bytes, a.id, a.value, b.bytes, b.id, b.value);
        }
        return order;
    }
}
