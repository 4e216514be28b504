package dev.latido.command;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.InvalidRecordException;
import dev.latido.connector.record.Origin;
import dev.latido.connector.record.RecordDecoder;
import dev.latido.event.CustomerInput;
import dev.latido.event.Erasure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads commands to forget a customer: a JSON object with {@code command} ({@code erase}), {@code customerId}, {@code by},
 * {@code reason} and, if wanted, {@code tenantId} ({@code default}) and {@code effectiveAt} (ISO-8601; at once without).
 * The time of a command that takes effect at once is the latest plausible one, which is its record's.
 */
public final class ErasureDecoder implements RecordDecoder<CustomerInput> {

    private static final Set<String> FIELDS =
            Set.of("command", "tenantId", "customerId", "effectiveAt", "by", "reason", "schemaVersion");

    /** As for the ids of events. */
    private static final int MAX_LENGTH = 1024;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public void decode(byte[] payload, Origin origin, long latest, Consumer<? super Decoded<CustomerInput>> out) {
        try {
            Erasure erasure = read(payload);
            long at = erasure.place() == Erasure.AT_ONCE ? latest : erasure.place();
            out.accept(new Decoded.Event<>(origin, erasure, at));
        } catch (InvalidRecordException e) {
            out.accept(Decoded.Rejected.of(origin, String.valueOf(e.getMessage()), payload));
        }
    }

    private static Erasure read(byte[] payload) throws InvalidRecordException {
        JsonNode command = parse(payload);
        for (Iterator<String> names = command.fieldNames(); names.hasNext(); ) {
            if (!FIELDS.contains(names.next())) {
                throw new InvalidRecordException("a command has a field that is not known");
            }
        }
        if (!"erase".equals(text(command, "command"))) {
            throw new InvalidRecordException("unknown command (allowed: erase)");
        }
        String tenantId = optionalText(command, "tenantId");
        return new Erasure(
                tenantId == null ? "default" : tenantId,
                text(command, "customerId"),
                effectiveAt(optionalText(command, "effectiveAt")),
                text(command, "by"),
                text(command, "reason"));
    }

    private static JsonNode parse(byte[] payload) throws InvalidRecordException {
        try {
            JsonNode command = JSON.readTree(payload);
            if (command == null || !command.isObject()) {
                throw new InvalidRecordException("a command is not a JSON object");
            }
            return command;
        } catch (JsonProcessingException e) {
            JsonLocation found = e.getLocation();
            throw new InvalidRecordException(found == null ? "not JSON" : "not JSON at byte " + found.getByteOffset());
        } catch (IOException e) {
            throw new InvalidRecordException("not readable: " + e.getMessage());
        }
    }

    private static long effectiveAt(@Nullable String text) throws InvalidRecordException {
        try {
            return text == null ? Erasure.AT_ONCE : Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new InvalidRecordException("effectiveAt is not an ISO-8601 instant");
        }
    }

    private static String text(JsonNode command, String field) throws InvalidRecordException {
        String text = optionalText(command, field);
        if (text == null) {
            throw new InvalidRecordException("missing " + field);
        }
        return text;
    }

    private static @Nullable String optionalText(JsonNode command, String field) throws InvalidRecordException {
        JsonNode value = command.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new InvalidRecordException(field + " is not a text");
        }
        if (value.textValue().length() > MAX_LENGTH) {
            throw new InvalidRecordException(field + " is longer than " + MAX_LENGTH + " characters");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value.textValue())) {
            throw new InvalidRecordException(field + " holds half a character (a lone surrogate)");
        }
        return value.textValue();
    }
}
