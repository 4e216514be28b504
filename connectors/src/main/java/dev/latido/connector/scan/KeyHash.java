package dev.latido.connector.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * A keyed 64-bit hash of names. Its seed cannot be guessed, so no document can be made whose keys all collide; no result
 * depends on it.
 */
final class KeyHash {

    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long SEED = new SecureRandom().nextLong();
    private static final long LENGTH_FACTOR = 0x9E3779B97F4A7C15L;
    private static final long WORD_FACTOR = 0xA0761D6478BD642FL;

    private KeyHash() {}

    static long of(byte[] in, int from, int to) {
        long hash = SEED ^ ((to - from) * LENGTH_FACTOR);
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = fold(hash ^ (long) LONGS.get(in, at));
        }
        return at == to ? hash : fold(hash ^ tail(in, at, to));
    }

    private static long tail(byte[] in, int from, int to) {
        if (from + Long.BYTES <= in.length) {
            return (long) LONGS.get(in, from) & ((1L << ((to - from) * Byte.SIZE)) - 1);
        }
        long word = 0;
        for (int i = to - 1; i >= from; i--) {
            word = (word << Byte.SIZE) | (in[i] & 0xFF);
        }
        return word;
    }

    private static long fold(long word) {
        return Math.multiplyHigh(word, WORD_FACTOR) ^ (word * WORD_FACTOR);
    }
}
