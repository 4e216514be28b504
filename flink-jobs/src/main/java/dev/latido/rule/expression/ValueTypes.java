package dev.latido.rule.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.latido.rule.CustomerField;
import dev.latido.rule.expression.value.CustomerView;
import dev.latido.rule.expression.value.EventField;
import dev.latido.rule.expression.value.StepView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of the variables of expressions. */
final class ValueTypes implements CelTypeProvider {

    static final StructType EVENT = struct("latido.event", EventField.NAMES, eventFields());
    static final StructType STEP = struct("latido.step", StepView.NAMES, stepFields());
    static final StructType COMPONENTS =
            struct("latido.components", CustomerView.COMPONENT_NAMES, customerFields(CustomerView.COMPONENT_FIELDS));
    static final StructType CUSTOMER = struct("latido.customer", CustomerView.NAMES, customerFields());

    private static final ImmutableList<CelType> ALL = ImmutableList.of(EVENT, STEP, COMPONENTS, CUSTOMER);

    @Override
    public ImmutableCollection<CelType> types() {
        return ALL;
    }

    @Override
    public Optional<CelType> findType(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    private static StructType struct(String name, List<String> names, ImmutableMap<String, CelType> fields) {
        return StructType.create(name, ImmutableSet.copyOf(names), field -> Optional.ofNullable(fields.get(field)));
    }

    private static ImmutableMap<String, CelType> eventFields() {
        return ImmutableMap.<String, CelType>builder()
                .put(EventField.ID.text(), SimpleType.STRING)
                .put(EventField.KIND.text(), SimpleType.STRING)
                .put(EventField.NAME.text(), SimpleType.STRING)
                .put(EventField.AT.text(), SimpleType.TIMESTAMP)
                .put(EventField.USER.text(), SimpleType.STRING)
                .put(EventField.AMOUNT.text(), SimpleType.INT)
                .put(EventField.ATTRIBUTES.text(), MapType.create(SimpleType.STRING, SimpleType.STRING))
                .buildOrThrow();
    }

    private static ImmutableMap<String, CelType> stepFields() {
        return ImmutableMap.<String, CelType>builder()
                .putAll(eventFields())
                .put(StepView.COUNT, SimpleType.INT)
                .put(StepView.EVENTS, ListType.create(EVENT))
                .buildOrThrow();
    }

    private static ImmutableMap<String, CelType> customerFields() {
        return ImmutableMap.<String, CelType>builder()
                .putAll(customerFields(CustomerView.FIELDS))
                .put(CustomerView.COMPONENTS, COMPONENTS)
                .buildOrThrow();
    }

    private static ImmutableMap<String, CelType> customerFields(Map<String, CustomerField> fields) {
        ImmutableMap.Builder<String, CelType> types = ImmutableMap.builder();
        fields.forEach((name, field) -> types.put(name, typeOf(field)));
        return types.buildOrThrow();
    }

    private static CelType typeOf(CustomerField field) {
        return switch (field.type()) {
            case INT -> SimpleType.INT;
            case DOUBLE -> SimpleType.DOUBLE;
            case BOOL -> SimpleType.BOOL;
            case STRING -> SimpleType.STRING;
            case STRINGS -> ListType.create(SimpleType.STRING);
        };
    }

    /** The fields of a type, for a sentence. */
    static String fieldsOf(StructType type) {
        return type.equals(CUSTOMER)
                ? joined(CustomerView.NAMES)
                : type.equals(COMPONENTS)
                        ? joined(CustomerView.COMPONENT_NAMES)
                        : type.equals(STEP) ? joined(StepView.NAMES) : joined(EventField.NAMES);
    }

    private static String joined(Collection<String> names) {
        return String.join(", ", names);
    }
}
