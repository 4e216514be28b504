package dev.latido.connector.scan;

import java.util.Arrays;

/** The keys of all objects of one document, to find those that an object has twice. Emptied in no time, reused for all. */
final class KeySet {

    private static final int INITIAL = 256;
    private static final int KEPT = 4_096;
    private static final long OBJECT_FACTOR = 0x9E3779B97F4A7C15L;

    private int[] documents = new int[INITIAL];
    private int[] objects = new int[INITIAL];
    private int[] starts = new int[INITIAL];
    private int[] lengths = new int[INITIAL];
    private long[] hashes = new long[INITIAL];
    private byte[] unescaped = new byte[64];
    private int unescapedLength;
    private int document;
    private int object;
    private int size;

    /** Forgets all keys. */
    void clear() {
        if (hashes.length > KEPT || document == Integer.MAX_VALUE) {
            allocate(INITIAL);
            document = 0;
        }
        if (unescaped.length > KEPT) {
            unescaped = new byte[64];
        }
        document++;
        object = 0;
        size = 0;
        unescapedLength = 0;
    }

    /** A number for an object that is about to be read. */
    int openObject() {
        return ++object;
    }

    /** Adds a key that stands in the document as it is; false when the object has it already. */
    boolean add(int owner, long hash, byte[] in, int from, int to) {
        return add(owner, hash, in, in, from, to - from, from);
    }

    /** Adds a key that was written with escapes; false when the object has it already. */
    boolean addUnescaped(int owner, long hash, byte[] in, byte[] key) {
        if (unescapedLength + key.length > unescaped.length) {
            unescaped = Arrays.copyOf(unescaped, Math.max(2 * unescaped.length, unescapedLength + key.length));
        }
        System.arraycopy(key, 0, unescaped, unescapedLength, key.length);
        int stored = ~unescapedLength;
        unescapedLength += key.length;
        return add(owner, hash, in, key, 0, key.length, stored);
    }

    private boolean add(int owner, long hash, byte[] in, byte[] key, int from, int length, int stored) {
        int mask = hashes.length - 1;
        int slot = slot(owner, hash, mask);
        while (documents[slot] == document) {
            if (hashes[slot] == hash
                    && objects[slot] == owner
                    && lengths[slot] == length
                    && sameBytes(slot, in, key, from)) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        put(slot, owner, hash, stored, length);
        if (++size > hashes.length / 2) {
            grow();
        }
        return true;
    }

    private boolean sameBytes(int slot, byte[] in, byte[] key, int from) {
        int length = lengths[slot];
        int stored = starts[slot];
        return stored >= 0
                ? Arrays.equals(in, stored, stored + length, key, from, from + length)
                : Arrays.equals(unescaped, ~stored, ~stored + length, key, from, from + length);
    }

    private void grow() {
        int[] oldDocuments = documents;
        int[] oldObjects = objects;
        int[] oldStarts = starts;
        int[] oldLengths = lengths;
        long[] oldHashes = hashes;
        allocate(2 * oldHashes.length);
        int mask = hashes.length - 1;
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldDocuments[i] == document) {
                int slot = slot(oldObjects[i], oldHashes[i], mask);
                while (documents[slot] == document) {
                    slot = (slot + 1) & mask;
                }
                put(slot, oldObjects[i], oldHashes[i], oldStarts[i], oldLengths[i]);
            }
        }
    }

    private void put(int slot, int owner, long hash, int stored, int length) {
        documents[slot] = document;
        objects[slot] = owner;
        hashes[slot] = hash;
        starts[slot] = stored;
        lengths[slot] = length;
    }

    private void allocate(int capacity) {
        documents = new int[capacity];
        objects = new int[capacity];
        starts = new int[capacity];
        lengths = new int[capacity];
        hashes = new long[capacity];
    }

    private static int slot(int owner, long hash, int mask) {
        return (int) ((hash + owner * OBJECT_FACTOR) >>> 32) & mask;
    }
}
