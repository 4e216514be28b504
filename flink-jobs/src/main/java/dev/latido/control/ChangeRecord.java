package dev.latido.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latido.change.Change;
import dev.latido.connector.record.InvalidRecordException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object on a topic of changes, or within a record there; what is wrong is said in a sentence. */
final class ChangeRecord {

    /** The longest text, in bytes of UTF-8, where nothing else is said. */
    static final int MAX_TEXT = 1024;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode record;

    private ChangeRecord(JsonNode record) {
        this.record = record;
    }

    /** @param what it is to be, for the sentence where it is none */
    static ChangeRecord parse(byte[] payload, String what) throws InvalidRecordException {
        try {
            JsonNode record = JSON.readTree(payload);
            if (record == null || !record.isObject()) {
                throw new InvalidRecordException(what + " is not a JSON object");
            }
            return new ChangeRecord(record);
        } catch (IOException e) {
            throw new InvalidRecordException("not JSON");
        }
    }

    /** What stands there of a record that cannot be used: its beginning, without half a character at its end. */
    String said(String field) {
        String text = record.path(field).asText("");
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT);
    }

    /** Null where the field is no text. */
    @Nullable
    String textOrNull(String field) {
        return record.path(field).textValue();
    }

    void requireKnownFields(Set<String> known) throws InvalidRecordException {
        for (Iterator<String> names = record.fieldNames(); names.hasNext(); ) {
            if (!known.contains(names.next())) {
                throw new InvalidRecordException("The record has a field that is not known.");
            }
        }
    }

    String text(String field) throws InvalidRecordException {
        return text(field, MAX_TEXT);
    }

    String text(String field, int maxBytes) throws InvalidRecordException {
        String text = optionalText(field, maxBytes);
        if (text == null) {
            throw new InvalidRecordException(field + " is missing.");
        }
        return text;
    }

    @Nullable
    String optionalText(String field, int maxBytes) throws InvalidRecordException {
        JsonNode value = record.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new InvalidRecordException(field + " is not a text.");
        }
        if (!UTF_8.newEncoder().canEncode(value.textValue())) {
            throw new InvalidRecordException(field + " holds half a character (a lone surrogate).");
        }
        if (value.textValue().getBytes(UTF_8).length > maxBytes) {
            throw new InvalidRecordException(field + " is longer than " + maxBytes + " bytes.");
        }
        return value.textValue();
    }

    /** Null where there is none, or null. */
    @Nullable
    ChangeRecord optionalObject(String field) throws InvalidRecordException {
        JsonNode value = record.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw new InvalidRecordException(field + " is not an object.");
        }
        return new ChangeRecord(value);
    }

    boolean has(String field) {
        return record.has(field);
    }

    /** From when on the change is to hold. */
    long effectiveAt() throws InvalidRecordException {
        String text = optionalText("effectiveAt", MAX_TEXT);
        try {
            return text == null ? Change.AT_ONCE : Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new InvalidRecordException("effectiveAt is not an ISO-8601 instant.");
        }
    }
}
