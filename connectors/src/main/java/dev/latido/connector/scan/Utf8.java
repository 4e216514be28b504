package dev.latido.connector.scan;

import dev.latido.connector.record.InvalidRecordException;

/** The rules of well-formed UTF-8 (Unicode 15, table 3-7). */
final class Utf8 {

    private Utf8() {}

    /** Checks that a range is well-formed. */
    static void check(byte[] in, int from, int to) throws InvalidRecordException {
        int at = from;
        while (at < to) {
            at = in[at] >= 0 ? at + 1 : next(in, at, to, from);
        }
    }

    /**
     * Checks the multi-byte character at {@code at} and gives the index behind it.
     *
     * @param origin index of the record's first byte, for the position in the message
     */
    static int next(byte[] in, int at, int end, int origin) throws InvalidRecordException {
        int lead = in[at] & 0xFF;
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (lead < 0xC2 || lead > 0xF4 || at + length > end) {
            throw invalid(at, origin);
        }
        int second = in[at + 1] & 0xFF;
        if (lead == 0xED && second >= 0xA0 && second <= 0xBF) {
            throw loneSurrogate(at, origin);
        }
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            throw invalid(at, origin);
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((in[i] & 0xC0) != 0x80) {
                throw invalid(at, origin);
            }
        }
        return at + length;
    }

    static InvalidRecordException loneSurrogate(int at, int origin) {
        return new InvalidRecordException("lone surrogate at byte " + (at - origin + 1));
    }

    private static InvalidRecordException invalid(int at, int origin) {
        return new InvalidRecordException("invalid UTF-8 at byte " + (at - origin + 1));
    }
}
