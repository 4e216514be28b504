package dev.latido.backtest.output;

import dev.latido.backtest.Share;
import java.util.Locale;
import java.util.OptionalDouble;

/** How numbers are written for people; a dash is a number that there is not. */
public final class Figures {

    public static final String NONE = "-";

    private Figures() {}

    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** As in {@code 1 customer}, {@code 2 customers}. */
    public static String count(long count, String thing) {
        return count(count) + " " + thing + (count == 1 ? "" : "s");
    }

    /** With a decimal below 100 and two below 10. */
    public static String number(OptionalDouble value) {
        return value.isEmpty() ? NONE : number(value.getAsDouble());
    }

    public static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size < 9.995 ? "%.2f" : size < 99.95 ? "%.1f" : "%,.0f", value);
    }

    public static String percent(OptionalDouble value) {
        return value.isEmpty() ? NONE : percent(value.getAsDouble());
    }

    /** With a decimal below 10 %. */
    public static String percent(double value) {
        return String.format(Locale.ROOT, value > 0 && value < 0.0995 ? "%.1f%%" : "%.0f%%", 100 * value);
    }

    /** As in {@code 45% (30-61)}, with the interval in percent. */
    public static String share(Share share) {
        return share.of() == 0
                ? NONE
                : percent(share.value())
                        + String.format(Locale.ROOT, " (%.0f-%.0f)", 100 * share.low(), 100 * share.high());
    }

    /** As in {@code 2.4x}. */
    public static String times(OptionalDouble value) {
        return value.isEmpty() ? NONE : String.format(Locale.ROOT, "%.1fx", value.getAsDouble());
    }

    public static String days(OptionalDouble value) {
        return value.isEmpty() ? NONE : String.format(Locale.ROOT, "%.1f", value.getAsDouble());
    }
}
