package dev.latido.connector.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads decimal numbers of bounded cost, whatever their length and exponent. */
final class Decimals {

    /** Digits that a long holds for sure. */
    private static final int LONG_DIGITS = 18;

    private static final int EXACT_LENGTH = 400;
    private static final int EXACT_EXPONENT_DIGITS = 3;

    private Decimals() {}

    /** The number that a text is (JSON's grammar, leading zeros allowed); null when it is none. */
    static @Nullable BigDecimal parse(byte[] in, int from, int to) {
        int digits = from < to && in[from] == '-' ? from + 1 : from;
        int at = digits(in, digits, to);
        if (at == digits) {
            return null;
        }
        if (at == to && to - digits <= LONG_DIGITS) {
            return BigDecimal.valueOf(whole(in, digits, to, digits > from));
        }
        if (at < to && in[at] == '.') {
            int fraction = at + 1;
            at = digits(in, fraction, to);
            if (at == fraction) {
                return null;
            }
        }
        int exponentDigits = 0;
        if (at < to && (in[at] == 'e' || in[at] == 'E')) {
            int exponent = at + 1 < to && (in[at + 1] == '+' || in[at + 1] == '-') ? at + 2 : at + 1;
            at = digits(in, exponent, to);
            exponentDigits = at - exponent;
            if (exponentDigits == 0) {
                return null;
            }
        }
        return at == to ? value(in, from, to, exponentDigits) : null;
    }

    /** Whether a JSON number is too large for a double. */
    static boolean isOutOfRange(byte[] in, int from, int to) {
        return Double.isInfinite(Double.parseDouble(text(in, from, to)));
    }

    private static @Nullable BigDecimal value(byte[] in, int from, int to, int exponentDigits) {
        String text = text(in, from, to);
        if (to - from <= EXACT_LENGTH && exponentDigits <= EXACT_EXPONENT_DIGITS) {
            return new BigDecimal(text);
        }
        double rounded = Double.parseDouble(text);
        return Double.isInfinite(rounded) ? null : new BigDecimal(rounded);
    }

    private static long whole(byte[] in, int from, int to, boolean negative) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = 10 * value + in[i] - '0';
        }
        return negative ? -value : value;
    }

    private static int digits(byte[] in, int from, int to) {
        int at = from;
        while (at < to && in[at] >= '0' && in[at] <= '9') {
            at++;
        }
        return at;
    }

    private static String text(byte[] in, int from, int to) {
        return new String(in, from, to - from, ISO_8859_1);
    }
}
