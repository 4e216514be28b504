package dev.latido.connector.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a scan found: the bounds of each slot's value in the record, read only when asked for. Reused for all records. */
public final class Values {

    static final byte ABSENT = 0;
    static final byte NULL = 1;
    static final byte OBJECT = 2;
    static final byte ARRAY = 3;
    static final byte TRUE = 4;
    static final byte FALSE = 5;
    static final byte NUMBER = 6;
    /** A JSON string without escapes. */
    static final byte STRING = 7;
    /** A JSON string with escapes. */
    static final byte ESCAPED = 8;
    /** A field of a CSV row. */
    static final byte FIELD = 9;
    /** A field of a CSV row with doubled quotes in it. */
    static final byte QUOTED = 10;

    private final byte[] types;
    private final int[] starts;
    private final int[] ends;
    private final IntList elements = new IntList();
    private final IntList members = new IntList();
    private byte[] in = {};

    public Values(int slots) {
        types = new byte[slots];
        starts = new int[slots];
        ends = new int[slots];
    }

    void begin(byte[] record) {
        in = record;
        Arrays.fill(types, ABSENT);
        elements.clear();
        members.clear();
    }

    void set(int slot, byte type, int start, int end) {
        types[slot] = type;
        starts[slot] = start;
        ends[slot] = end;
    }

    void addElement(int start, int end) {
        elements.add(start);
        elements.add(end);
    }

    void addMember(byte keyType, int keyStart, int keyEnd, byte type, int start, int end) {
        members.add(keyType);
        members.add(keyStart);
        members.add(keyEnd);
        members.add(type);
        members.add(start);
        members.add(end);
    }

    /** Whether the document has the slot's pointer at all, even as null or as an empty string. */
    public boolean exists(int slot) {
        return types[slot] != ABSENT;
    }

    /** Whether there is a value: not absent, not null, not an empty string. */
    public boolean isPresent(int slot) {
        return isObject(slot) || isArray(slot) || hasText(slot);
    }

    /** Whether there is a value that has a text: a number, a boolean or a string that is not empty. */
    public boolean hasText(int slot) {
        return hasText(types[slot], starts[slot], ends[slot]);
    }

    public boolean isObject(int slot) {
        return types[slot] == OBJECT;
    }

    public boolean isArray(int slot) {
        return types[slot] == ARRAY;
    }

    /** The text of a slot that {@link #hasText}. */
    public String text(int slot) {
        return text(types[slot], starts[slot], ends[slot]);
    }

    /** Whether the slot has exactly this text. */
    public boolean isText(int slot, byte[] utf8) {
        if (isEncoded(slot)) {
            return Arrays.equals(bytes(slot), utf8);
        }
        return hasText(slot) && Arrays.equals(in, starts[slot], ends[slot], utf8, 0, utf8.length);
    }

    /** The number that the slot's text is, be it a number or a string; null where it is none. */
    public @Nullable BigDecimal decimal(int slot) {
        if (!hasText(slot)) {
            return null;
        }
        if (isEncoded(slot)) {
            byte[] bytes = bytes(slot);
            return Decimals.parse(bytes, 0, bytes.length);
        }
        return Decimals.parse(in, starts[slot], ends[slot]);
    }

    /** The time that the slot's text is, as {@link Timestamps#parse} gives it. */
    public long time(int slot, @Nullable ZoneId assumed) {
        if (isEncoded(slot)) {
            byte[] bytes = bytes(slot);
            return Timestamps.parse(bytes, 0, bytes.length, assumed);
        }
        return Timestamps.parse(in, starts[slot], ends[slot], assumed);
    }

    /** Number of elements of the array that the scan was asked for. */
    public int elements() {
        return elements.size() / 2;
    }

    public int elementStart(int index) {
        return elements.get(2 * index);
    }

    public int elementEnd(int index) {
        return elements.get(2 * index + 1);
    }

    /** Gives name and text of each member of the object that the scan was asked for; false when one is no plain value. */
    public boolean eachMember(BiConsumer<String, String> action) {
        for (int i = 0; i < members.size(); i += 6) {
            byte type = (byte) members.get(i + 3);
            if (type == OBJECT || type == ARRAY) {
                return false;
            }
            if (hasText(type, members.get(i + 4), members.get(i + 5))) {
                action.accept(
                        text((byte) members.get(i), members.get(i + 1), members.get(i + 2)),
                        text(type, members.get(i + 4), members.get(i + 5)));
            }
        }
        return true;
    }

    private boolean isEncoded(int slot) {
        return types[slot] == ESCAPED || types[slot] == QUOTED;
    }

    private byte[] bytes(int slot) {
        return Escapes.decode(types[slot] == ESCAPED, in, starts[slot], ends[slot]);
    }

    private String text(byte type, int start, int end) {
        return type == ESCAPED || type == QUOTED
                ? new String(Escapes.decode(type == ESCAPED, in, start, end), UTF_8)
                : new String(in, start, end - start, UTF_8);
    }

    private static boolean hasText(byte type, int start, int end) {
        return type >= TRUE && end > start;
    }
}
