package dev.latido.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.InvalidRecordException;
import dev.latido.connector.record.Origin;
import dev.latido.connector.record.RecordDecoder;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleChange.Action;
import dev.latido.rule.RuleRequest;
import dev.latido.rule.UnusableChange;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads changes of rules: JSON objects with {@code ruleId}, {@code action}, {@code definition}, {@code by}, {@code reason}
 * and, if wanted, {@code effectiveAt} (ISO-8601; at once without). What names its rule but is no change is passed on with
 * what is wrong. A record without a value deletes the rule that is its key.
 */
public final class RuleChangeDecoder implements RecordDecoder<RuleRequest> {

    private static final Set<String> FIELDS =
            Set.of("schemaVersion", "ruleId", "action", "definition", "by", "reason", "effectiveAt");
    private static final Pattern RULE_ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MAX_RULE_ID = 64;
    private static final int MAX_TEXT = 1024;
    private static final int MAX_DEFINITION_BYTES = 64 * 1024;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public void decode(byte[] payload, Origin origin, long latest, Consumer<? super Decoded<RuleRequest>> out) {
        try {
            JsonNode record = parse(payload);
            out.accept(new Decoded.Event<>(origin, read(record, ruleId(record.path("ruleId"))), latest));
        } catch (InvalidRecordException e) {
            out.accept(Decoded.Rejected.of(origin, String.valueOf(e.getMessage()), payload));
        }
    }

    @Override
    public void decodeTombstone(byte[] key, Origin origin, long latest, Consumer<? super Decoded<RuleRequest>> out) {
        String ruleId = new String(key, UTF_8);
        if (isRuleId(ruleId)) {
            out.accept(new Decoded.Event<>(
                    origin,
                    new RuleChange(ruleId, Action.DELETE, "", RuleChange.UNKNOWN, "", RuleChange.AT_ONCE),
                    latest));
        } else {
            out.accept(Decoded.Rejected.of(origin, "empty record whose key is no rule id", key));
        }
    }

    private static RuleRequest read(JsonNode record, String ruleId) {
        try {
            requireKnownFields(record);
            Action action = action(text(record, "action", MAX_TEXT));
            String definition = optionalText(record, "definition", MAX_DEFINITION_BYTES);
            if (action == Action.APPLY && definition == null) {
                throw new InvalidRecordException("The definition is missing.");
            }
            return new RuleChange(
                    ruleId,
                    action,
                    definition == null || action == Action.DELETE ? "" : definition,
                    text(record, "by", MAX_TEXT),
                    text(record, "reason", MAX_TEXT),
                    effectiveAt(optionalText(record, "effectiveAt", MAX_TEXT)));
        } catch (InvalidRecordException e) {
            return new UnusableChange(
                    ruleId, said(record, "by"), said(record, "reason"), String.valueOf(e.getMessage()));
        }
    }

    /** What stands there of a record that cannot be used: its beginning, without half a character at its end. */
    private static String said(JsonNode record, String field) {
        String text = record.path(field).asText("");
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT);
    }

    private static JsonNode parse(byte[] payload) throws InvalidRecordException {
        try {
            JsonNode record = JSON.readTree(payload);
            if (record == null || !record.isObject()) {
                throw new InvalidRecordException("a change of a rule is not a JSON object");
            }
            return record;
        } catch (IOException e) {
            throw new InvalidRecordException("not JSON");
        }
    }

    private static String ruleId(JsonNode value) throws InvalidRecordException {
        if (!value.isTextual() || !isRuleId(value.textValue())) {
            throw new InvalidRecordException("ruleId is missing, or not lower-case words joined by hyphens");
        }
        return value.textValue();
    }

    private static boolean isRuleId(String text) {
        return text.length() <= MAX_RULE_ID && RULE_ID.matcher(text).matches();
    }

    private static void requireKnownFields(JsonNode record) throws InvalidRecordException {
        for (Iterator<String> names = record.fieldNames(); names.hasNext(); ) {
            if (!FIELDS.contains(names.next())) {
                throw new InvalidRecordException("The record has a field that is not known.");
            }
        }
    }

    private static Action action(String text) throws InvalidRecordException {
        for (Action action : Action.values()) {
            if (action.text().equals(text)) {
                return action;
            }
        }
        throw new InvalidRecordException("The action is unknown; allowed is apply, pause, resume, delete.");
    }

    private static long effectiveAt(@Nullable String text) throws InvalidRecordException {
        try {
            return text == null ? RuleChange.AT_ONCE : Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new InvalidRecordException("effectiveAt is not an ISO-8601 instant.");
        }
    }

    private static String text(JsonNode record, String field, int maxBytes) throws InvalidRecordException {
        String text = optionalText(record, field, maxBytes);
        if (text == null) {
            throw new InvalidRecordException(field + " is missing.");
        }
        return text;
    }

    private static @Nullable String optionalText(JsonNode record, String field, int maxBytes)
            throws InvalidRecordException {
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
}
