package dev.latido.connector.scan;

import dev.latido.connector.record.InvalidRecordException;

/** Finds the end of a JSON string and checks all that stands before it, eight bytes at a time where they are plain. */
final class JsonStrings {

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long SPACES = ' ' * ONES;

    private byte[] in = {};
    private int from;
    private int end;
    private boolean escapes;

    void begin(byte[] record, int first, int to) {
        in = record;
        from = first;
        end = to;
    }

    /** Whether the string last read has escapes. */
    boolean hasEscapes() {
        return escapes;
    }

    /** Index of the quote that ends the string whose first character is at {@code start}. */
    int end(int start) throws InvalidRecordException {
        escapes = false;
        int at = start;
        while (true) {
            at = skipPlain(at);
            if (at >= end) {
                throw new InvalidRecordException("not JSON: unexpected end in a string");
            }
            byte next = in[at];
            if (next == '"') {
                return at;
            }
            if (next == '\\') {
                escapes = true;
                at = escape(at);
            } else if (next < 0) {
                at = Utf8.next(in, at, end, from);
            } else if (next < ' ') {
                throw new InvalidRecordException("not JSON: control character in a string at byte " + (at - from + 1));
            } else {
                at++;
            }
        }
    }

    /** Skips whole words of plain characters, up to the first that is special or too near the end for a word. */
    private int skipPlain(int start) {
        int at = start;
        while (at + Long.BYTES <= end) {
            long word = (long) KeyHash.LONGS.get(in, at);
            long special = word | zeroes(word ^ QUOTES) | zeroes(word ^ BACKSLASHES) | ((word - SPACES) & ~word);
            special &= HIGH_BITS;
            if (special != 0) {
                return at + (Long.numberOfTrailingZeros(special) >>> 3);
            }
            at += Long.BYTES;
        }
        return at;
    }

    /** Has the high bit of each zero byte set; bits above the lowest such byte and those that are not high bits mean nothing. */
    private static long zeroes(long word) {
        return (word - ONES) & ~word;
    }

    private int escape(int at) throws InvalidRecordException {
        if (at + 1 >= end) {
            throw new InvalidRecordException("not JSON: unexpected end in a string");
        }
        return switch (in[at + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
            case 'u' -> unicode(at);
            default -> throw invalid(at);
        };
    }

    private int unicode(int at) throws InvalidRecordException {
        char first = codeUnit(at);
        if (!Character.isSurrogate(first)) {
            return at + 6;
        }
        boolean pair = Character.isHighSurrogate(first)
                && at + 7 < end
                && in[at + 6] == '\\'
                && in[at + 7] == 'u'
                && Character.isLowSurrogate(codeUnit(at + 6));
        if (!pair) {
            throw Utf8.loneSurrogate(at, from);
        }
        return at + 12;
    }

    private char codeUnit(int at) throws InvalidRecordException {
        if (at + 6 > end) {
            throw new InvalidRecordException("not JSON: unexpected end in a string");
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (Escapes.hex(in[i]) < 0) {
                throw invalid(at);
            }
        }
        return (char) Escapes.codeUnit(in, at + 2);
    }

    private InvalidRecordException invalid(int at) {
        return new InvalidRecordException("not JSON: invalid escape at byte " + (at - from + 1));
    }
}
