package dev.latido.connector.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latido.connector.record.InvalidRecordException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Reads the rows of a CSV table (RFC 4180, UTF-8, comma) whose columns its header names, each as pointer {@code /column}. */
public final class CsvScanner {

    private final IntList fields = new IntList();
    private int[] slots = {};

    /** Takes the names of the columns from a header row. */
    public void header(byte[] in, int from, int to, PointerTree tree) throws InvalidRecordException {
        split(in, from, to);
        int[] found = new int[fields.size() / 3];
        Set<String> names = new HashSet<>();
        for (int column = 0; column < found.length; column++) {
            byte[] name = name(in, column);
            if (!names.add(new String(name, UTF_8))) {
                throw new InvalidRecordException("two columns have the same name in the header");
            }
            PointerTree.Node node = tree.root().child(KeyHash.of(name, 0, name.length), name, 0, name.length);
            found[column] = node == null ? -1 : node.slot;
        }
        slots = found;
    }

    /** Reads one row, without its line end. */
    public void row(byte[] in, int from, int to, Values out) throws InvalidRecordException {
        out.begin(in);
        split(in, from, to);
        if (fields.size() / 3 != slots.length) {
            throw new InvalidRecordException(
                    "row has " + fields.size() / 3 + " fields where the header has " + slots.length);
        }
        for (int column = 0; column < slots.length; column++) {
            if (slots[column] >= 0) {
                int field = 3 * column;
                out.set(slots[column], (byte) fields.get(field), fields.get(field + 1), fields.get(field + 2));
            }
        }
    }

    private void split(byte[] in, int from, int to) throws InvalidRecordException {
        Utf8.check(in, from, to);
        fields.clear();
        int at = from;
        while (true) {
            at = at < to && in[at] == '"' ? quoted(in, at + 1, from, to) : plain(in, at, to);
            if (at == to) {
                return;
            }
            at++;
        }
    }

    private int plain(byte[] in, int start, int to) {
        int at = start;
        while (at < to && in[at] != ',') {
            at++;
        }
        add(Values.FIELD, start, at);
        return at;
    }

    private int quoted(byte[] in, int start, int from, int to) throws InvalidRecordException {
        byte type = Values.FIELD;
        int at = start;
        while (at < to) {
            if (in[at] != '"') {
                at++;
            } else if (at + 1 < to && in[at + 1] == '"') {
                type = Values.QUOTED;
                at += 2;
            } else {
                break;
            }
        }
        if (at == to) {
            throw new InvalidRecordException("not CSV: quote not closed");
        }
        add(type, start, at);
        if (at + 1 < to && in[at + 1] != ',') {
            throw new InvalidRecordException("not CSV: unexpected character at byte " + (at - from + 2));
        }
        return at + 1;
    }

    private void add(byte type, int start, int stop) {
        fields.add(type);
        fields.add(start);
        fields.add(stop);
    }

    private byte[] name(byte[] in, int column) {
        int start = fields.get(3 * column + 1);
        int stop = fields.get(3 * column + 2);
        return fields.get(3 * column) == Values.QUOTED
                ? Escapes.decode(false, in, start, stop)
                : Arrays.copyOfRange(in, start, stop);
    }
}
