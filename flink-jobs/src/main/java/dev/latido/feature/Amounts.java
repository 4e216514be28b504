package dev.latido.feature;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as phrases show them: rounded to one decimal at most, with the separators of a language. */
final class Amounts {

    private Amounts() {}

    /** The number with one decimal, or none where that is zero. */
    static String shown(float value, char decimalPoint) {
        if (!Float.isFinite(value)) {
            return Float.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        BigDecimal whole = rounded.setScale(0, RoundingMode.DOWN);
        return rounded.compareTo(whole) == 0
                ? whole.toPlainString()
                : rounded.toPlainString().replace('.', decimalPoint);
    }

    /** A share as whole percent. */
    static String percent(float share) {
        return Long.toString(Math.round(100.0 * share));
    }

    /** Whether the number is shown as 1, so that what is counted stands in the singular. */
    static boolean isOne(float value, char decimalPoint) {
        return shown(value, decimalPoint).equals("1");
    }
}
