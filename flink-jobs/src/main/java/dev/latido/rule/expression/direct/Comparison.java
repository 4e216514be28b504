package dev.latido.rule.expression.direct;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operators that compare, with CEL's meaning of them. */
enum Comparison {
    EQUAL("_==_"),
    DIFFERENT("_!=_"),
    LESS("_<_"),
    LESS_OR_EQUAL("_<=_"),
    GREATER("_>_"),
    GREATER_OR_EQUAL("_>=_");

    private static final Map<String, Comparison> BY_FUNCTION = Map.of(
            EQUAL.function,
            EQUAL,
            DIFFERENT.function,
            DIFFERENT,
            LESS.function,
            LESS,
            LESS_OR_EQUAL.function,
            LESS_OR_EQUAL,
            GREATER.function,
            GREATER,
            GREATER_OR_EQUAL.function,
            GREATER_OR_EQUAL);

    private final String function;

    Comparison(String function) {
        this.function = function;
    }

    static @Nullable Comparison of(String function) {
        return BY_FUNCTION.get(function);
    }

    boolean isOrder() {
        return this != EQUAL && this != DIFFERENT;
    }

    boolean of(Object left, Object right) {
        return switch (this) {
            case EQUAL -> areEqual(left, right);
            case DIFFERENT -> !areEqual(left, right);
            default -> areOrdered(left, right);
        };
    }

    private boolean areOrdered(Object left, Object right) {
        if (left instanceof Double x && right instanceof Double y) {
            return ofDoubles(x, y);
        }
        return ofSign(sign(left, right));
    }

    /** Doubles of one type compare as in IEEE 754; a double with a whole number does not: there NaN is the greatest. */
    private boolean ofDoubles(double left, double right) {
        return switch (this) {
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case GREATER -> left > right;
            default -> left >= right;
        };
    }

    private boolean ofSign(int sign) {
        return switch (this) {
            case LESS -> sign < 0;
            case LESS_OR_EQUAL -> sign <= 0;
            case GREATER -> sign > 0;
            default -> sign >= 0;
        };
    }

    static boolean areEqual(Object left, Object right) {
        if (left instanceof Double x && right instanceof Double y) {
            return x.doubleValue() == y.doubleValue();
        }
        return left.equals(right);
    }

    @SuppressWarnings("unchecked")
    private static int sign(Object left, Object right) {
        if (left instanceof Double x && right instanceof Long y) {
            return signOf(x, y);
        }
        if (left instanceof Long x && right instanceof Double y) {
            return -signOf(y, x);
        }
        return ((Comparable<Object>) left).compareTo(right);
    }

    private static int signOf(double left, long right) {
        return left < (double) Long.MIN_VALUE
                ? -1
                : left > (double) Long.MAX_VALUE ? 1 : Double.compare(left, (double) right);
    }
}
