package dev.latido.connector.mapping;

import static java.util.Objects.requireNonNull;

import dev.latido.connector.scan.Pointer;
import java.io.Serializable;
import java.util.List;

/**
 * Where the event's amount of money stands, in which unit and currency.
 *
 * @param pointers fallbacks, unless the kind's rule has its own
 * @param currency fallbacks for the currency's code; it becomes the attribute {@code currency}, in capitals
 */
public record AmountRule(List<Pointer> pointers, Unit unit, List<Pointer> currency) implements Serializable {

    public AmountRule {
        pointers = List.copyOf(pointers);
        requireNonNull(unit, "unit");
        currency = List.copyOf(currency);
    }

    /** Units of money. */
    public enum Unit {
        /** The currency's unit: 12.5 dollars. */
        MAJOR,
        /** The currency's smallest unit, as payment systems count: 1250 cents, 500 yen. */
        MINOR,
        /** Millionths of the currency's unit, as ad systems count. */
        MICROS
    }
}
