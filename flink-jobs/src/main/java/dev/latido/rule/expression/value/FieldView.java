package dev.latido.rule.expression.value;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A struct as CEL takes it: a map from its fields' names to their values, without those that are absent. */
abstract class FieldView extends AbstractMap<String, Object> {

    /** The field's value; null where it is absent. */
    abstract @Nullable Object field(String name);

    abstract Collection<String> names();

    @Override
    public final @Nullable Object get(Object name) {
        return field((String) name);
    }

    @Override
    public final boolean containsKey(Object name) {
        return field((String) name) != null;
    }

    @Override
    public final Set<Entry<String, Object>> entrySet() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String name : names()) {
            Object value = field(name);
            if (value != null) {
                fields.put(name, value);
            }
        }
        return fields.entrySet();
    }
}
