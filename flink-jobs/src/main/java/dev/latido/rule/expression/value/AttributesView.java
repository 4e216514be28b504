package dev.latido.rule.expression.value;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The attributes of an event; in the order of their names where an expression goes through them. */
final class AttributesView extends AbstractMap<String, String> {

    private final Map<String, String> attributes;

    AttributesView(Map<String, String> attributes) {
        this.attributes = attributes;
    }

    @Override
    public @Nullable String get(Object name) {
        return attributes.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return attributes.containsKey(name);
    }

    @Override
    public int size() {
        return attributes.size();
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new TreeMap<>(attributes).entrySet();
    }
}
