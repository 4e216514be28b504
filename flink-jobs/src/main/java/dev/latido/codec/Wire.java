package dev.latido.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** How strings and their maps are written: UTF-8 with the length in front as a variable-length integer. */
final class Wire {

    private Wire() {}

    static void writeString(String value, DataOutput out) throws IOException {
        writeBytes(value.getBytes(UTF_8), out);
    }

    static String readString(DataInput in) throws IOException {
        return new String(readBytes(in), UTF_8);
    }

    static void writeBytes(byte[] value, DataOutput out) throws IOException {
        writeLength(value.length, out);
        out.write(value);
    }

    static byte[] readBytes(DataInput in) throws IOException {
        byte[] value = new byte[readLength(in)];
        in.readFully(value);
        return value;
    }

    static void writeStrings(Map<String, String> values, DataOutput out) throws IOException {
        writeLength(values.size(), out);
        for (Map.Entry<String, String> entry : values.entrySet()) {
            writeString(entry.getKey(), out);
            writeString(entry.getValue(), out);
        }
    }

    static Map<String, String> readStrings(DataInput in) throws IOException {
        int size = readLength(in);
        if (size == 0) {
            return Map.of();
        }
        Map<String, String> values = new HashMap<>(size * 2);
        for (int i = 0; i < size; i++) {
            String key = readString(in);
            values.put(key, readString(in));
        }
        return values;
    }

    private static void writeLength(int length, DataOutput out) throws IOException {
        int rest = length;
        while ((rest & ~0x7F) != 0) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readLength(DataInput in) throws IOException {
        int length = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            byte next = in.readByte();
            length |= (next & 0x7F) << shift;
            if (next >= 0) {
                return length;
            }
        }
        throw new IOException("a length of more than five bytes");
    }
}
