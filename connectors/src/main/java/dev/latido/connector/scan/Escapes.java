package dev.latido.connector.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** How JSON strings and CSV fields write characters that they cannot hold as they are. Reads only what a scan has checked. */
final class Escapes {

    private Escapes() {}

    /** The UTF-8 bytes of a JSON string, or of a CSV field, that has escapes. */
    static byte[] decode(boolean json, byte[] in, int from, int to) {
        return json ? json(in, from, to) : csv(in, from, to);
    }

    static int hex(byte digit) {
        return digit < 0 ? -1 : Character.digit(digit, 16);
    }

    static int codeUnit(byte[] in, int at) {
        return (hex(in[at]) << 12) | (hex(in[at + 1]) << 8) | (hex(in[at + 2]) << 4) | hex(in[at + 3]);
    }

    private static byte[] json(byte[] in, int from, int to) {
        byte[] out = new byte[to - from];
        int length = 0;
        int at = from;
        while (at < to) {
            if (in[at] != '\\') {
                out[length++] = in[at++];
            } else if (in[at + 1] != 'u') {
                out[length++] = simple(in[at + 1]);
                at += 2;
            } else {
                int first = codeUnit(in, at + 2);
                boolean pair = Character.isHighSurrogate((char) first);
                int point = pair ? Character.toCodePoint((char) first, (char) codeUnit(in, at + 8)) : first;
                byte[] character = Character.toString(point).getBytes(UTF_8);
                System.arraycopy(character, 0, out, length, character.length);
                length += character.length;
                at += pair ? 12 : 6;
            }
        }
        return Arrays.copyOf(out, length);
    }

    private static byte simple(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }

    private static byte[] csv(byte[] in, int from, int to) {
        byte[] out = new byte[to - from];
        int length = 0;
        for (int at = from; at < to; at++) {
            out[length++] = in[at];
            if (in[at] == '"') {
                at++;
            }
        }
        return Arrays.copyOf(out, length);
    }
}
