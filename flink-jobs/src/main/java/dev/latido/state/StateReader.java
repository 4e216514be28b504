package dev.latido.state;

import java.util.Arrays;

/** Reads what {@link StateWriter} wrote, in the same order; refuses damaged bytes with an {@link IllegalStateException}. */
public final class StateReader {

    /** The instant of what has not happened. */
    public static final long NEVER = Long.MIN_VALUE;

    private final byte[] bytes;
    private int position;
    private int version;
    private long base;

    public StateReader(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    /** Sets the layout in which the state was written. */
    public void version(int number) {
        version = number;
    }

    /** The layout in which the state was written. */
    public int version() {
        return version;
    }

    /** Sets the instant that the writer was given. */
    public void base(long instant) {
        base = instant;
    }

    public long fixed() {
        if (bytes.length - position < Long.BYTES) {
            throw new IllegalStateException("the state ends too early");
        }
        long value = (long) StateWriter.LONGS.get(bytes, position);
        position += Long.BYTES;
        return value;
    }

    public double decimal() {
        return Double.longBitsToDouble(fixed());
    }

    public boolean flag() {
        return number() != 0;
    }

    public long number() {
        byte first = next();
        return first >= 0 ? first : longNumber(first & 0x7FL);
    }

    private long longNumber(long start) {
        long value = start;
        for (int shift = 7; shift < Long.SIZE; shift += 7) {
            byte part = next();
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IllegalStateException("a number in the state has no end");
    }

    public long signed() {
        return unfold(number());
    }

    public int integer() {
        return Math.toIntExact(signed());
    }

    public long instant() {
        long code = number();
        return code == 0 ? NEVER : base - unfold(code - 1);
    }

    public String text() {
        char[] chars = new char[count()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) number();
        }
        return new String(chars);
    }

    public byte[] bytes() {
        int length = count();
        byte[] part = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return part;
    }

    /** How many entries follow, each of at least one byte. */
    public int count() {
        long count = number();
        if (count < 0 || count > bytes.length - position) {
            throw new IllegalStateException("the state is shorter than it says");
        }
        return (int) count;
    }

    /** The constant whose place among {@code all} was written. */
    public <E> E oneOf(E[] all) {
        long ordinal = number();
        if (ordinal < 0 || ordinal >= all.length) {
            throw new IllegalStateException("the state names choice " + ordinal + " of " + all.length);
        }
        return all[(int) ordinal];
    }

    /** Refuses bytes after the end. */
    public void end() {
        if (position != bytes.length) {
            throw new IllegalStateException("the state is longer than it says");
        }
    }

    private byte next() {
        if (position >= bytes.length) {
            throw new IllegalStateException("the state ends too early");
        }
        return bytes[position++];
    }

    private static long unfold(long folded) {
        return (folded >>> 1) ^ -(folded & 1);
    }
}
