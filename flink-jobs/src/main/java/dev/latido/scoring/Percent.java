package dev.latido.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Probabilities as percent. */
final class Percent {

    private static final int TO_PERCENT = 2;

    private Percent() {}

    /** Whole percent, the rest cut off. */
    static String whole(double probability) {
        return BigDecimal.valueOf(probability)
                .movePointRight(TO_PERCENT)
                .setScale(0, RoundingMode.DOWN)
                .toPlainString();
    }

    /** With two decimals at most, which is all that published probabilities have. */
    static String exact(double probability, char decimalPoint) {
        BigDecimal percent =
                BigDecimal.valueOf(probability).movePointRight(TO_PERCENT).setScale(2, RoundingMode.HALF_UP);
        return percent.signum() == 0
                ? "0"
                : percent.stripTrailingZeros().toPlainString().replace('.', decimalPoint);
    }
}
