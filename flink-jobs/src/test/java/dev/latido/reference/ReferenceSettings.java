package dev.latido.reference;

import java.util.List;
import java.util.Set;

/**
 * What the reference needs besides its input; every number of the contract is a literal where it is used.
 *
 * @param catalogue names of the product's features
 * @param otherReadings sentences of the contract to be read differently than the reference does by itself
 */
public record ReferenceSettings(Set<String> catalogue, Set<OtherReading> otherReadings) {

    public ReferenceSettings {
        catalogue = Set.copyOf(catalogue);
        otherReadings = Set.copyOf(otherReadings);
        if (catalogue.isEmpty()) {
            throw new IllegalArgumentException("The feature catalogue is empty");
        }
    }

    public static ReferenceSettings of(List<String> catalogue) {
        return new ReferenceSettings(Set.copyOf(catalogue), Set.of());
    }

    public ReferenceSettings readingOtherwise(OtherReading... readings) {
        return new ReferenceSettings(catalogue, Set.of(readings));
    }

    boolean takes(OtherReading reading) {
        return otherReadings.contains(reading);
    }
}
