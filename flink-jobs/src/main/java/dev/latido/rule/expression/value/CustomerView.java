package dev.latido.rule.expression.value;

import dev.latido.rule.CustomerFacts;
import dev.latido.rule.CustomerField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The customer: all fields flat, but for the components of the score, which are a struct of their own. */
public final class CustomerView extends FieldView {

    /** The name of the struct of the components. */
    public static final String COMPONENTS = "components";

    private static final Set<CustomerField> IN_COMPONENTS = EnumSet.of(
            CustomerField.USAGE,
            CustomerField.ADOPTION,
            CustomerField.SUPPORT,
            CustomerField.PAYMENT,
            CustomerField.ENGAGEMENT);

    /** The fields by name, without the components. */
    public static final Map<String, CustomerField> FIELDS = byName(EnumSet.complementOf(EnumSet.copyOf(IN_COMPONENTS)));

    /** The components by name. */
    public static final Map<String, CustomerField> COMPONENT_FIELDS = byName(IN_COMPONENTS);

    /** The names of all fields, in order. */
    public static final List<String> NAMES = allNames();

    /** The names of the components, in order. */
    public static final List<String> COMPONENT_NAMES =
            IN_COMPONENTS.stream().map(CustomerField::text).toList();

    private final CustomerFacts facts;

    CustomerView(CustomerFacts facts) {
        this.facts = facts;
    }

    public long daysUsed(String feature, long firstDaysAgo, long lastDaysAgo) {
        return facts.daysUsed(feature, firstDaysAgo, lastDaysAgo);
    }

    @Override
    @Nullable
    Object field(String name) {
        if (name.equals(COMPONENTS)) {
            return new ComponentsView(facts);
        }
        CustomerField field = FIELDS.get(name);
        return field == null ? null : facts.value(field);
    }

    @Override
    Collection<String> names() {
        return NAMES;
    }

    private static Map<String, CustomerField> byName(Set<CustomerField> fields) {
        return fields.stream().collect(Collectors.toUnmodifiableMap(CustomerField::text, field -> field));
    }

    private static List<String> allNames() {
        List<String> names = new ArrayList<>(Arrays.stream(CustomerField.values())
                .filter(field -> !IN_COMPONENTS.contains(field))
                .map(CustomerField::text)
                .toList());
        names.add(COMPONENTS);
        return List.copyOf(names);
    }

    /** The components of the score. */
    private static final class ComponentsView extends FieldView {

        private final CustomerFacts facts;

        ComponentsView(CustomerFacts facts) {
            this.facts = facts;
        }

        @Override
        @Nullable
        Object field(String name) {
            CustomerField field = COMPONENT_FIELDS.get(name);
            return field == null ? null : facts.value(field);
        }

        @Override
        Collection<String> names() {
            return COMPONENT_NAMES;
        }
    }
}
