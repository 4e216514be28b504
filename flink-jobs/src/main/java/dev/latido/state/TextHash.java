package dev.latido.state;

/** A well-mixed 64-bit hash of a text. It is written into state, so it never changes. */
public final class TextHash {

    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;

    private static final int CHARS_PER_LONG = 4;

    private TextHash() {}

    /** Hashes the text's UTF-16 units, four at a time, in the manner of xxHash64. */
    public static long of(String text) {
        int length = text.length();
        long hash = PRIME_3 + length;
        int i = 0;
        for (; i + CHARS_PER_LONG <= length; i += CHARS_PER_LONG) {
            long block = text.charAt(i)
                    | ((long) text.charAt(i + 1) << 16)
                    | ((long) text.charAt(i + 2) << 32)
                    | ((long) text.charAt(i + 3) << 48);
            hash = mix(hash, block);
        }
        if (i < length) {
            long block = 0;
            for (; i < length; i++) {
                block = (block << 16) | text.charAt(i);
            }
            hash = mix(hash, block);
        }
        return finish(hash);
    }

    private static long mix(long hash, long block) {
        long scrambled = Long.rotateLeft(block * PRIME_2, 31) * PRIME_1;
        return Long.rotateLeft(hash ^ scrambled, 27) * PRIME_1 + PRIME_4;
    }

    private static long finish(long mixed) {
        long hash = mixed;
        hash = (hash ^ (hash >>> 33)) * PRIME_2;
        hash = (hash ^ (hash >>> 29)) * PRIME_3;
        return hash ^ (hash >>> 32);
    }
}
