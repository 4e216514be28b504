package dev.latido.connector.mapping;

import dev.latido.connector.mapping.AttributeRules.Attribute;
import dev.latido.connector.record.InvalidRecordException;
import dev.latido.connector.scan.Pointer;
import dev.latido.connector.scan.PointerTree;
import dev.latido.connector.scan.Values;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what is kept of a record beside the event's own fields. */
final class EventAttributes {

    private static final int NO_SLOT = -1;

    private final List<Slot> attributes;
    private final int all;
    private final String allPointer;

    private record Slot(String name, Field field, @Nullable String constant) {}

    /** @param own attributes of a rule; they replace the mapping's of the same name */
    EventAttributes(AttributeRules rules, List<Attribute> own, PointerTree tree) {
        Map<String, Attribute> byName = new LinkedHashMap<>();
        rules.attributes().forEach(attribute -> byName.put(attribute.name(), attribute));
        own.forEach(attribute -> byName.put(attribute.name(), attribute));
        attributes = byName.values().stream()
                .map(attribute -> new Slot(
                        attribute.name(),
                        new Field(attribute.name(), attribute.pointers(), tree),
                        attribute.constant()))
                .toList();
        Pointer object = rules.all();
        all = object == null ? NO_SLOT : tree.slot(object);
        allPointer = object == null ? "" : object.text();
        if (object != null) {
            tree.members(object);
        }
    }

    Map<String, String> read(Values values, @Nullable String currency) throws InvalidRecordException {
        Map<String, String> kept = new HashMap<>();
        if (all != NO_SLOT && values.isPresent(all)) {
            if (!values.isObject(all)) {
                throw new InvalidRecordException("attributes are not an object (" + allPointer + ")");
            }
            if (!values.eachMember(kept::put)) {
                throw new InvalidRecordException(
                        "an attribute is not a string, number or boolean (" + allPointer + ")");
            }
        }
        for (Slot attribute : attributes) {
            String text = attribute.field.text(values);
            String value = text == null ? attribute.constant : text;
            if (value != null) {
                kept.put(attribute.name, value);
            }
        }
        if (currency != null) {
            kept.put("currency", currency);
        }
        return kept;
    }
}
