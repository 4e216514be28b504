package dev.latido.connector.mapping;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of a record that brings none: the first 32 hex digits of the SHA-256 of its bytes. */
final class RecordId {

    static final int NO_INDEX = -1;

    private static final int DIGEST_BYTES = 16;

    private final MessageDigest sha256;
    private byte[] record = {};
    private int from;
    private int to;
    private String digest = "";

    RecordId() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Turns to another record. */
    void of(byte[] bytes, int first, int end) {
        record = bytes;
        from = first;
        to = end;
        digest = "";
    }

    /** The record's id, with {@code #index} for an element of a batch; computed when first asked for. */
    String text(int index) {
        if (digest.isEmpty()) {
            sha256.update(record, from, to - from);
            digest = HexFormat.of().formatHex(sha256.digest(), 0, DIGEST_BYTES);
        }
        return index == NO_INDEX ? digest : digest + "#" + index;
    }
}
