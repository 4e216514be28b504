package dev.latido.model.booster;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model document written as JSON, with XGBoost's {@code NaN} and {@code Infinity}. */
final class JsonDocument {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final JsonParser parser;
    private final ValueBudget budget = new ValueBudget();

    private JsonDocument(JsonParser parser) {
        this.parser = parser;
    }

    static Value read(byte[] document) throws UnusableModelException {
        try (JsonParser parser = FACTORY.createParser(document)) {
            Value value = new JsonDocument(parser).value(parser.nextToken(), 0);
            if (parser.nextToken() != null) {
                throw new UnusableModelException("The model is followed by something that does not belong to it.");
            }
            return value;
        } catch (IOException e) {
            throw new UnusableModelException("The model is not well-formed JSON.", e);
        }
    }

    private Value value(@Nullable JsonToken token, int depth) throws IOException, UnusableModelException {
        if (token == null) {
            throw new UnusableModelException("The model ends early.");
        }
        budget.take(depth);
        return switch (token) {
            case START_OBJECT -> fields(depth);
            case START_ARRAY -> list(depth);
            case VALUE_STRING -> new Value.Text(parser.getText());
            case VALUE_NULL -> Value.Other.NULL;
            default -> new Value.Scalar(number(token));
        };
    }

    private Value fields(int depth) throws IOException, UnusableModelException {
        Map<String, Value> byName = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            byName.put(name, value(parser.nextToken(), depth + 1));
        }
        return new Value.Fields(byName);
    }

    private Value list(int depth) throws IOException, UnusableModelException {
        ListBuilder list = new ListBuilder(budget, depth);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != null && (token.isNumeric() || token.isBoolean())) {
                list.add(number(token));
            } else {
                list.add(value(token, depth + 1));
            }
        }
        return list.build();
    }

    /** A number with a fraction or an exponent is a float, and parsed as one, so that it is rounded only once. */
    private double number(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_TRUE -> 1;
            case VALUE_FALSE -> 0;
            case VALUE_NUMBER_INT -> parser.getDoubleValue();
            default -> Float.parseFloat(parser.getText());
        };
    }
}
