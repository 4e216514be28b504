package dev.latido.connector.mapping;

import dev.latido.connector.scan.Pointer;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a record beside the event's own fields.
 *
 * @param all an object whose members are all kept; null when there is none
 */
public record AttributeRules(
        List<Attribute> attributes, @Nullable Pointer all) implements Serializable {

    public AttributeRules {
        attributes = List.copyOf(attributes);
    }

    /**
     * One attribute: the first of the pointers that has a value, or a constant.
     *
     * @param constant used when no pointer has a value; null for none
     */
    public record Attribute(
            String name, List<Pointer> pointers, @Nullable String constant) implements Serializable {
        public Attribute {
            pointers = List.copyOf(pointers);
        }
    }
}
