package dev.latido.connector.mapping;

import dev.latido.connector.mapping.AttributeRules.Attribute;
import dev.latido.connector.scan.Pointer;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a record's kind is chosen. */
public sealed interface KindChoice extends Serializable {

    /** The record says its kind by name; any other name is rejected. */
    record Named(List<Pointer> pointers, Set<String> kinds) implements KindChoice {
        public Named {
            pointers = List.copyOf(pointers);
            kinds = Set.copyOf(kinds);
        }
    }

    /** The first rule that holds decides; the last holds always. */
    record Ruled(List<Rule> rules) implements KindChoice {
        public Ruled {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A condition and what follows from it.
     *
     * @param kind null when the record is to be ignored
     * @param names fallbacks for the name instead of the mapping's; null to keep those
     * @param amounts fallbacks for the amount instead of the mapping's; null to keep those
     * @param attributes kept beside the mapping's; one of the same name replaces it
     */
    record Rule(
            Condition when,
            @Nullable String kind,
            @Nullable List<Pointer> names,
            @Nullable List<Pointer> amounts,
            List<Attribute> attributes)
            implements Serializable {
        public Rule {
            names = names == null ? null : List.copyOf(names);
            amounts = amounts == null ? null : List.copyOf(amounts);
            attributes = List.copyOf(attributes);
        }
    }
}
