package dev.latido.model.table;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A number in a cell: decimal, perhaps with an exponent; also {@code inf} and {@code infinity} with or without a sign, and
 * {@code nan} for a missing one, in any case.
 */
public final class CellNumber {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(?:inf|infinity)|nan", Pattern.CASE_INSENSITIVE);

    private CellNumber() {}

    /** Whether the text is a number; blank is none. */
    public static boolean isNumber(String text) {
        return DECIMAL.matcher(text).matches() || NOT_FINITE.matcher(text).matches();
    }

    /**
     * The nearest {@code float}; NaN where the text is blank.
     *
     * @throws NumberFormatException when the text is not a number
     */
    public static float parse(String text) {
        if (text.isEmpty()) {
            return Float.NaN;
        }
        if (DECIMAL.matcher(text).matches()) {
            return Float.parseFloat(text);
        }
        if (!NOT_FINITE.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        if (text.toLowerCase(Locale.ROOT).endsWith("nan")) {
            return Float.NaN;
        }
        return text.startsWith("-") ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
    }
}
