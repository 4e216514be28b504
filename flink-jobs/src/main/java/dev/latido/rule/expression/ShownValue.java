package dev.latido.rule.expression;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How values look in a message. */
final class ShownValue {

    /** Stands for what cannot be computed. */
    static final String NOTHING = "\u2013";

    /** Longest message, in characters. */
    static final int MAX_LENGTH = 2_000;

    private static final int MAX_DECIMALS = 2;
    private static final Set<CelKind> SHOWN = EnumSet.of(
            CelKind.BOOL,
            CelKind.INT,
            CelKind.UINT,
            CelKind.DOUBLE,
            CelKind.STRING,
            CelKind.TIMESTAMP,
            CelKind.DURATION);

    private ShownValue() {}

    static boolean canShow(CelType type) {
        return type.kind() == CelKind.LIST
                ? type.parameters().stream().allMatch(element -> SHOWN.contains(element.kind()))
                : SHOWN.contains(type.kind());
    }

    static String of(Object value) {
        if (value instanceof Double number) {
            return decimal(number);
        }
        if (value instanceof Duration duration) {
            return duration(duration);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ShownValue::of).collect(Collectors.joining(", "));
        }
        return value instanceof Number
                        || value instanceof Boolean
                        || value instanceof String
                        || value instanceof Instant
                ? value.toString()
                : NOTHING;
    }

    private static String decimal(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return NOTHING;
        }
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(MAX_DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** The two largest units that there are something of. */
    private static String duration(Duration duration) {
        Duration size = duration.abs();
        String sign = duration.isNegative() ? "-" : "";
        if (size.toDays() > 0) {
            return sign + units(size.toDays(), "day", size.toHoursPart(), "hour");
        }
        if (size.toHours() > 0) {
            return sign + units(size.toHours(), "hour", size.toMinutesPart(), "minute");
        }
        return sign + units(size.toMinutes(), "minute", size.toSecondsPart(), "second");
    }

    private static String units(long many, String unit, long few, String smaller) {
        if (many == 0) {
            return counted(few, smaller);
        }
        return few == 0 ? counted(many, unit) : counted(many, unit) + " " + counted(few, smaller);
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    /** A text of one line that is not too long and that no terminal or page takes for more than a text. */
    static String plain(CharSequence text) {
        int end = Math.min(text.length(), MAX_LENGTH);
        StringBuilder plain = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            plain.append(isControl(text.charAt(i)) ? ' ' : text.charAt(i));
        }
        if (text.length() > MAX_LENGTH) {
            plain.setLength(MAX_LENGTH - (Character.isHighSurrogate(plain.charAt(MAX_LENGTH - 2)) ? 2 : 1));
            plain.append('\u2026');
        }
        return plain.toString().strip();
    }

    /** Besides what Java calls control: line and paragraph separators, and what turns the direction of a text around. */
    private static boolean isControl(char c) {
        return Character.isISOControl(c) || (c >= '\u2028' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    }
}
