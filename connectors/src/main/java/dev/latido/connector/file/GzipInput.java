package dev.latido.connector.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a gzip file (RFC 1952) holds, all members of it. Unlike the JDK's stream it fails on anything behind the last member
 * that is not padding, so that nothing is lost in silence.
 */
final class GzipInput extends InputStream {

    private static final int MULTI_PART = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final String CORRUPT = "is a corrupt gzip file";
    private static final String TRUNCATED = "is a gzip file that ends in the middle";

    private final InputStream in;
    private final String file;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] input = new byte[64 * 1024];
    private int at;
    private int limit;
    private boolean first = true;
    private boolean inMember;

    GzipInput(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (length > 0) {
            if (!inMember && !openMember()) {
                return -1;
            }
            int inflated = inflate(target, offset, length);
            if (inflated > 0) {
                crc.update(target, offset, inflated);
                return inflated;
            }
            if (inflater.finished()) {
                closeMember();
            } else if (inflater.needsDictionary()) {
                throw failure(CORRUPT);
            } else {
                feed();
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw failure(CORRUPT);
        }
    }

    private void feed() throws IOException {
        if (at == limit && !fill()) {
            throw failure(TRUNCATED);
        }
        inflater.setInput(input, at, limit - at);
        at = limit;
    }

    private boolean openMember() throws IOException {
        if (!first && !skipPadding()) {
            return false;
        }
        first = false;
        if (next() != 0x1F || next() != 0x8B || next() != 8) {
            throw failure(CORRUPT);
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw failure(CORRUPT);
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | (next() << 8));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & MULTI_PART) != 0) {
            skip(2);
        }
        inflater.reset();
        crc.reset();
        inMember = true;
        return true;
    }

    private void closeMember() throws IOException {
        at = limit - inflater.getRemaining();
        long checksum = word();
        long length = word();
        if (checksum != crc.getValue() || length != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw failure(CORRUPT);
        }
        inMember = false;
    }

    /** Skips zeros behind a member; false when nothing else comes. */
    private boolean skipPadding() throws IOException {
        while (at < limit || fill()) {
            if (input[at] != 0) {
                return true;
            }
            at++;
        }
        return false;
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // every byte up to the zero that ends the text
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private long word() throws IOException {
        return next() | (next() << 8) | (next() << 16) | ((long) next() << 24);
    }

    private int next() throws IOException {
        if (at == limit && !fill()) {
            throw failure(TRUNCATED);
        }
        return input[at++] & 0xFF;
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(0, in.read(input, 0, input.length));
        return limit > 0;
    }

    private IOException failure(String problem) {
        return new IOException(file + " " + problem);
    }
}
