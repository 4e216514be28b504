package dev.latido.connector.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latido.connector.record.InvalidRecordException;
import dev.latido.connector.scan.PointerTree.Node;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON document (RFC 8259) once, checks all of it and notes where the wanted values are. Strict: UTF-8 without byte
 * order mark, no duplicate keys, no lone surrogates, no number beyond a double, at most {@link #MAX_DEPTH} levels.
 */
public final class JsonScanner {

    public static final int MAX_DEPTH = 100;

    private static final int SURELY_FINITE_LENGTH = 300;

    private final KeySet keys = new KeySet();
    private final JsonStrings strings = new JsonStrings();
    private Values out = new Values(1);
    private byte[] in = {};
    private int from;
    private int end;
    private int at;
    private int depth;
    private int valueStart;

    /**
     * Scans the document in {@code [from, to)}.
     *
     * @throws InvalidRecordException when it is not well-formed; {@code values} is of no use then
     */
    public void scan(byte[] record, int first, int to, PointerTree tree, Values values) throws InvalidRecordException {
        in = record;
        from = first;
        end = to;
        at = first;
        depth = 0;
        out = values;
        out.begin(record);
        keys.clear();
        strings.begin(record, first, to);
        refuseByteOrderMark();
        skipSpace();
        value(tree.root());
        skipSpace();
        if (at < end) {
            throw unexpected();
        }
    }

    /** Reads the value at the current place, fills the node's slot and gives the value's type. */
    private byte value(@Nullable Node node) throws InvalidRecordException {
        int start = at;
        byte type = switch (peek()) {
            case '{' -> object(node);
            case '[' -> array(node);
            case '"' -> string();
            case 't' -> literal("true", Values.TRUE);
            case 'f' -> literal("false", Values.FALSE);
            case 'n' -> literal("null", Values.NULL);
            default -> number();
        };
        boolean quoted = type == Values.STRING || type == Values.ESCAPED;
        valueStart = quoted ? start + 1 : start;
        if (node != null && node.slot >= 0) {
            out.set(node.slot, type, valueStart, quoted ? at - 1 : at);
        }
        return type;
    }

    private byte object(@Nullable Node node) throws InvalidRecordException {
        enter();
        int object = keys.openObject();
        at++;
        skipSpace();
        if (peek() == '}') {
            return leave(Values.OBJECT);
        }
        while (true) {
            member(object, node);
            skipSpace();
            byte next = peek();
            if (next == '}') {
                return leave(Values.OBJECT);
            }
            expect((byte) ',');
        }
    }

    private void member(int object, @Nullable Node node) throws InvalidRecordException {
        if (peek() != '"') {
            throw unexpected();
        }
        int keyStart = at + 1;
        byte keyType = string();
        int keyEnd = at - 1;
        Node child = keyType == Values.ESCAPED
                ? escapedKey(object, node, keyStart, keyEnd)
                : plainKey(object, node, keyStart, keyEnd);
        skipSpace();
        expect((byte) ':');
        byte type = value(child);
        if (node != null && node.members) {
            out.addMember(
                    keyType,
                    keyStart,
                    keyEnd,
                    type,
                    valueStart,
                    type == Values.STRING || type == Values.ESCAPED ? at - 1 : at);
        }
    }

    private @Nullable Node plainKey(int object, @Nullable Node node, int start, int stop)
            throws InvalidRecordException {
        long hash = KeyHash.of(in, start, stop);
        if (!keys.add(object, hash, in, start, stop)) {
            throw duplicate(new String(in, start, stop - start, UTF_8));
        }
        return node == null ? null : node.child(hash, in, start, stop);
    }

    private @Nullable Node escapedKey(int object, @Nullable Node node, int start, int stop)
            throws InvalidRecordException {
        byte[] key = Escapes.decode(true, in, start, stop);
        long hash = KeyHash.of(key, 0, key.length);
        if (!keys.addUnescaped(object, hash, in, key)) {
            throw duplicate(new String(key, UTF_8));
        }
        return node == null ? null : node.child(hash, key, 0, key.length);
    }

    private byte array(@Nullable Node node) throws InvalidRecordException {
        enter();
        at++;
        skipSpace();
        if (peek() == ']') {
            return leave(Values.ARRAY);
        }
        for (int index = 0; ; index++) {
            int start = at;
            value(node == null ? null : node.child(index));
            if (node != null && node.elements) {
                out.addElement(start, at);
            }
            skipSpace();
            if (peek() == ']') {
                return leave(Values.ARRAY);
            }
            expect((byte) ',');
        }
    }

    private byte string() throws InvalidRecordException {
        at = strings.end(at + 1) + 1;
        return strings.hasEscapes() ? Values.ESCAPED : Values.STRING;
    }

    private byte literal(String word, byte type) throws InvalidRecordException {
        for (int i = 0; i < word.length(); i++) {
            if (peek() != word.charAt(i)) {
                throw unexpected();
            }
            at++;
        }
        return type;
    }

    private byte number() throws InvalidRecordException {
        int start = at;
        if (in[at] == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < end && in[at] == '.') {
            at++;
            digits();
        }
        boolean exponent = at < end && (in[at] == 'e' || in[at] == 'E');
        if (exponent) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        if ((exponent || at - start > SURELY_FINITE_LENGTH) && Decimals.isOutOfRange(in, start, at)) {
            throw new InvalidRecordException("number out of range");
        }
        return Values.NUMBER;
    }

    private void digits() throws InvalidRecordException {
        if (peek() < '0' || peek() > '9') {
            throw unexpected();
        }
        while (at < end && in[at] >= '0' && in[at] <= '9') {
            at++;
        }
    }

    private void enter() throws InvalidRecordException {
        if (++depth > MAX_DEPTH) {
            throw new InvalidRecordException("nesting over " + MAX_DEPTH + " levels");
        }
    }

    private byte leave(byte type) {
        depth--;
        at++;
        return type;
    }

    private void expect(byte wanted) throws InvalidRecordException {
        if (peek() != wanted) {
            throw unexpected();
        }
        at++;
        skipSpace();
    }

    private byte peek() throws InvalidRecordException {
        if (at >= end) {
            throw new InvalidRecordException("not JSON: unexpected end");
        }
        return in[at];
    }

    private void skipSpace() {
        while (at < end && in[at] <= ' ' && (in[at] == ' ' || in[at] == '\t' || in[at] == '\n' || in[at] == '\r')) {
            at++;
        }
    }

    private void refuseByteOrderMark() throws InvalidRecordException {
        if (end - at >= 3 && in[at] == (byte) 0xEF && in[at + 1] == (byte) 0xBB && in[at + 2] == (byte) 0xBF) {
            throw new InvalidRecordException("not JSON: byte order mark at byte 1");
        }
    }

    private InvalidRecordException unexpected() {
        return new InvalidRecordException("not JSON: unexpected character at byte " + (at - from + 1));
    }

    private static InvalidRecordException duplicate(String key) {
        String shown = key.codePoints()
                .limit(40)
                .map(point -> Character.isISOControl(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new InvalidRecordException("duplicate key \"" + shown + "\"");
    }
}
