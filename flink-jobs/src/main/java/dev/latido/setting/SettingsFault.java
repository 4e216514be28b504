package dev.latido.setting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a setting, as a clause that names its key, its value and what is allowed. */
final class SettingsFault {

    private SettingsFault() {}

    /** Explains why the tree could not be bound to records. */
    static String explain(JsonProcessingException e, JsonNode tree) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return key(unknown) + " is not known; allowed are " + sorted(unknown.getKnownPropertyIds());
        }
        if (e instanceof ValueInstantiationException invalid && invalid.getCause() != null) {
            return String.valueOf(invalid.getCause().getMessage());
        }
        if (e instanceof JsonMappingException mapping) {
            Class<?> type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
            return key(mapping) + found(node(mapping.getPath(), tree), type);
        }
        return String.valueOf(e.getOriginalMessage());
    }

    private static String found(JsonNode value, @Nullable Class<?> type) {
        if (value.isMissingNode() || value.isNull()) {
            return " is missing";
        }
        return " is " + text(value) + "; allowed is " + (type == null ? "a number that is nearer to 0" : name(type));
    }

    private static String text(JsonNode value) {
        if (value.isObject()) {
            return "a block";
        }
        return value.isArray() ? "a list" : value.toString();
    }

    private static String name(Class<?> type) {
        if (type == int.class || type == long.class) {
            return "a whole number";
        }
        if (type == double.class) {
            return "a number";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type == String.class ? "a text" : "a block of keys with values";
    }

    private static JsonNode node(List<JsonMappingException.Reference> path, JsonNode tree) {
        JsonNode node = tree;
        for (JsonMappingException.Reference step : path) {
            node = step.getFieldName() == null ? node.path(step.getIndex()) : node.path(step.getFieldName());
        }
        return node;
    }

    private static String key(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String sorted(Collection<Object> keys) {
        return String.join(
                ", ", new TreeSet<>(keys.stream().map(String::valueOf).toList()));
    }
}
