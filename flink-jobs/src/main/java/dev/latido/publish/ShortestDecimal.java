package dev.latido.publish;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A float as the decimal number with the fewest digits that reads as that float again, and of those the nearest; the same on
 * every Java, which {@link Float#toString} is not before 19.
 */
final class ShortestDecimal {

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};

    /** Below this, every whole number is a float, so that none has a neighbour with fewer digits. */
    private static final float WHOLE_NUMBERS_END = 1 << 24;

    private static final float PLAIN_FROM = 1e-3f;

    /** Of the way to the neighbour: less than half, so that what is read as double and made a float is the same, too. */
    private static final double SURELY_NEAREST = 0.4999999;

    private static final int MOST_DIGITS = 9;

    private ShortestDecimal() {}

    /** The number in JSON's form; what is no number or infinite has none. */
    static String of(float value) {
        float size = Math.abs(value);
        if (size < WHOLE_NUMBERS_END && value == (int) value) {
            return Integer.toString((int) value);
        }
        return size >= PLAIN_FROM && size < WHOLE_NUMBERS_END ? plain(value) : scientific(value);
    }

    /** A whole number of tenths, hundredths and so on, of which there are few enough for a double to be exact. */
    private static String plain(float value) {
        float size = Math.abs(value);
        for (int decimals = 1; decimals < POWERS.length; decimals++) {
            long scaled = Math.round(size * POWERS[decimals]);
            double beyond = scaled / POWERS[decimals] - size;
            float gap = beyond > 0 ? Math.ulp(size) : size - Math.nextDown(size);
            if (Math.abs(beyond) < SURELY_NEAREST * gap) {
                return decimal(value < 0 ? "-" : "", Long.toString(scaled), decimals);
            }
        }
        return scientific(value);
    }

    private static String decimal(String sign, String digits, int decimals) {
        StringBuilder text = new StringBuilder(MOST_DIGITS + 4).append(sign);
        int whole = digits.length() - decimals;
        text.append(whole > 0 ? digits.substring(0, whole) : "0").append('.');
        for (int i = whole; i < 0; i++) {
            text.append('0');
        }
        return text.append(digits, Math.max(0, whole), digits.length()).toString();
    }

    private static String scientific(float value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.floatValue() == value) {
                return rounded.stripTrailingZeros().toString();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).toString();
    }
}
