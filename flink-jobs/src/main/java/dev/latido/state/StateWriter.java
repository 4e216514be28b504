package dev.latido.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Writes state compactly: small numbers take few bytes, instants are kept as distances from one of them. */
public final class StateWriter {

    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long base;
    private byte[] bytes = new byte[512];
    private int size;

    /** @param base the instant from which others are not far, milliseconds; the reader must be given the same */
    public StateWriter(long base) {
        this.base = base;
    }

    /** A number of any sign, in all its 64 bits. */
    public StateWriter fixed(long value) {
        reserve(Long.BYTES);
        LONGS.set(bytes, size, value);
        size += Long.BYTES;
        return this;
    }

    public StateWriter decimal(double value) {
        return fixed(Double.doubleToLongBits(value));
    }

    public StateWriter flag(boolean value) {
        return number(value ? 1 : 0);
    }

    /** One of an enum's constants, by its place among them: new constants go to the end. */
    @SuppressWarnings("EnumOrdinal") // One byte instead of a name; the constants' order is part of the layout.
    public StateWriter choice(Enum<?> constant) {
        return number(constant.ordinal());
    }

    /** A number that is small and not negative as a rule: seven bits to a byte. */
    public StateWriter number(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** A number that is near zero as a rule, of either sign. */
    public StateWriter signed(long value) {
        return number((value << 1) ^ (value >> 63));
    }

    /** An instant in milliseconds; {@link StateReader#NEVER} takes one byte. */
    public StateWriter instant(long at) {
        if (at == StateReader.NEVER) {
            return number(0);
        }
        long distance = base - at;
        return number(((distance << 1) ^ (distance >> 63)) + 1);
    }

    /** Any text, lone surrogates included. */
    public StateWriter text(String text) {
        number(text.length());
        for (int i = 0; i < text.length(); i++) {
            number(text.charAt(i));
        }
        return this;
    }

    public StateWriter bytes(byte[] part) {
        number(part.length);
        reserve(part.length);
        System.arraycopy(part, 0, bytes, size, part.length);
        size += part.length;
        return this;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
