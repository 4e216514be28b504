package dev.latido.connector.mapping;

import dev.latido.connector.record.InvalidRecordException;
import dev.latido.connector.scan.Values;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads the amount of money of an event. */
record EventAmount(AmountRule.Unit unit) {

    /** Hundredths of the currency's unit; 0 where there is no amount. */
    long read(Field amount, Values values, @Nullable String currency) throws InvalidRecordException {
        int slot = amount.slot(values);
        if (slot == Field.NO_SLOT) {
            return 0;
        }
        BigDecimal number = values.decimal(slot);
        if (number == null) {
            throw amount.wrong("amount is not a number");
        }
        return Money.cents(number, unit, currency == null ? "" : currency);
    }
}
