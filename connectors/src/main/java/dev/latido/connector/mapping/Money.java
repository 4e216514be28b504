package dev.latido.connector.mapping;

import dev.latido.connector.record.InvalidRecordException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * Amounts in hundredths of the currency's unit, whatever its smallest unit is: 500 yen and 500 dollars are both 50,000.
 * What falls between two hundredths is rounded half up.
 */
final class Money {

    private static final int HUNDREDTHS = 2;
    private static final int MICRO_DIGITS = 6;
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    /** Digits behind the point of a currency's smallest unit, as payment systems count it; two for all others. */
    private static final Map<String, Integer> MINOR_DIGITS = Map.ofEntries(
            Map.entry("BIF", 0),
            Map.entry("CLP", 0),
            Map.entry("DJF", 0),
            Map.entry("GNF", 0),
            Map.entry("JPY", 0),
            Map.entry("KMF", 0),
            Map.entry("KRW", 0),
            Map.entry("MGA", 0),
            Map.entry("PYG", 0),
            Map.entry("RWF", 0),
            Map.entry("VND", 0),
            Map.entry("VUV", 0),
            Map.entry("XAF", 0),
            Map.entry("XOF", 0),
            Map.entry("XPF", 0),
            Map.entry("BHD", 3),
            Map.entry("JOD", 3),
            Map.entry("KWD", 3),
            Map.entry("OMR", 3),
            Map.entry("TND", 3));

    private Money() {}

    /**
     * Hundredths of the currency's unit.
     *
     * @param currency code in capitals; empty where it is not known, then the smallest unit is the hundredth
     */
    static long cents(BigDecimal amount, AmountRule.Unit unit, String currency) throws InvalidRecordException {
        if (unit == AmountRule.Unit.MINOR && amount.stripTrailingZeros().scale() > 0) {
            throw new InvalidRecordException("amount is not a whole number");
        }
        BigDecimal cents =
                amount.scaleByPowerOfTen(HUNDREDTHS - digits(unit, currency)).setScale(0, RoundingMode.HALF_UP);
        if (cents.abs().compareTo(MAX) > 0) {
            throw new InvalidRecordException("number out of range");
        }
        return cents.longValue();
    }

    private static int digits(AmountRule.Unit unit, String currency) {
        return switch (unit) {
            case MAJOR -> 0;
            case MICROS -> MICRO_DIGITS;
            case MINOR -> MINOR_DIGITS.getOrDefault(currency, HUNDREDTHS);
        };
    }
}
