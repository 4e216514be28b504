package dev.latido.connector.file;

import dev.latido.connector.record.Decoded;
import dev.latido.connector.scan.RowBoundary;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A window over a stream of records that shows one at a time, without its line end. Of a giant it keeps the first part only. */
final class RecordBuffer {

    private static final int INITIAL = 128 * 1024;

    private final InputStream in;
    private final RowBoundary boundary;
    private final int longest;
    private byte[] buffer = new byte[INITIAL];
    private int limit;
    private int next;

    private byte[] bytes = buffer;
    private int from;
    private int to;
    private long length;

    /** @param longest most bytes of a record that is kept whole */
    RecordBuffer(InputStream in, RowBoundary boundary, int longest) {
        this.in = in;
        this.boundary = boundary;
        this.longest = longest;
    }

    /** Goes to the next record; false when there is none. */
    boolean advance() throws IOException {
        from = next;
        int searched = from;
        while (true) {
            int lineFeed = boundary.find(buffer, searched, limit);
            if (lineFeed >= 0) {
                return show(lineFeed, lineFeed + 1);
            }
            searched = limit;
            if (limit - from > longest + 1) {
                return showGiant();
            }
            int moved = makeRoom();
            searched -= moved;
            if (!fill()) {
                return limit > from && show(limit, limit);
            }
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Length of the whole record, of which only the first part is kept when it is a giant. */
    long length() {
        return length;
    }

    boolean isGiant() {
        return length > to - from;
    }

    /** Whether the record has nothing but space. */
    boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return !isGiant();
    }

    private boolean show(int end, int nextRecord) {
        bytes = buffer;
        to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        length = (long) to - from;
        next = nextRecord;
        return true;
    }

    private boolean showGiant() throws IOException {
        byte[] kept = Arrays.copyOfRange(buffer, from, from + Decoded.Rejected.MAX_PAYLOAD_BYTES);
        long total = (long) limit - from;
        int lineFeed = -1;
        limit = 0;
        while (lineFeed < 0 && fill()) {
            lineFeed = boundary.find(buffer, 0, limit);
            total += lineFeed < 0 ? limit : lineFeed;
            limit = lineFeed < 0 ? 0 : limit;
        }
        next = lineFeed + 1;
        bytes = kept;
        from = 0;
        to = kept.length;
        length = total;
        return true;
    }

    /** Moves the record to the front, or makes the buffer larger; gives by how much the record has moved. */
    private int makeRoom() {
        int moved = from;
        if (moved > 0) {
            System.arraycopy(buffer, from, buffer, 0, limit - from);
            limit -= moved;
            from = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        return moved;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, read);
        return read > 0;
    }
}
