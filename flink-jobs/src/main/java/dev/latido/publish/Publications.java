package dev.latido.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.latido.connector.record.Publication;
import dev.latido.event.Alert;
import dev.latido.event.CustomerEvent;
import dev.latido.event.DeadLetter;
import dev.latido.event.FeatureRecord;
import dev.latido.event.HealthRecord;
import dev.latido.event.HealthScore;
import dev.latido.event.LateEvent;
import dev.latido.rule.RuleStatus;
import dev.latido.scoring.ModelStatus;
import dev.latido.watch.report.ModelRecord;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes publications of the job's results. Keys of customers are JSON objects of {@code tenantId} and {@code customerId}. */
public final class Publications {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(new InstantAsText()).addSerializer(new FeatureRowSerializer()))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Publications() {}

    /** A score or, for a forgotten customer, the tombstone that takes it out of the compacted topic. */
    public static Publication of(HealthRecord record) {
        HealthScore score = record.score();
        return new Publication(
                OutputStreams.HEALTH_SCORES,
                key(record.tenantId(), record.customerId()),
                score == null ? null : json(score),
                score == null ? 0 : score.at().toEpochMilli(),
                record.tenantId(),
                record.customerId(),
                "");
    }

    public static Publication of(Alert alert) {
        return of(OutputStreams.ALERTS, alert);
    }

    /** What a rule on trial would have alerted of. */
    public static Publication ofShadow(Alert alert) {
        return of(OutputStreams.SHADOW_ALERTS, alert);
    }

    private static Publication of(String stream, Alert alert) {
        return new Publication(
                stream,
                key(alert.tenantId(), alert.customerId()),
                json(alert),
                alert.at().toEpochMilli(),
                alert.tenantId(),
                alert.customerId(),
                alert.alertId());
    }

    public static Publication of(FeatureRecord record) {
        return new Publication(
                OutputStreams.FEATURES,
                key(record.tenantId(), record.customerId()),
                json(record),
                record.at().toEpochMilli(),
                record.tenantId(),
                record.customerId(),
                "");
    }

    /** A late event, in the native form of events. */
    public static Publication of(CustomerEvent event) {
        return new Publication(
                OutputStreams.LATE_EVENTS,
                key(event.tenantId(), event.customerId()),
                json(LateEvent.of(event)),
                event.at().toEpochMilli(),
                event.tenantId(),
                event.customerId(),
                event.eventId());
    }

    public static Publication of(RuleStatus status) {
        return new Publication(
                OutputStreams.RULE_STATUS,
                status.ruleId().getBytes(UTF_8),
                json(status),
                status.at() == null ? 0 : status.at().toEpochMilli(),
                "",
                "",
                status.ruleId());
    }

    public static Publication of(ModelStatus status) {
        return new Publication(
                OutputStreams.MODEL_STATUS,
                status.model().getBytes(UTF_8),
                json(status),
                status.at() == null ? 0 : status.at().toEpochMilli(),
                "",
                "",
                status.model());
    }

    public static Publication of(ModelRecord record) {
        return new Publication(
                OutputStreams.MODEL_STATUS,
                record.model().getBytes(UTF_8),
                json(record),
                record.at().toEpochMilli(),
                "",
                "",
                record.model());
    }

    public static Publication of(DeadLetter letter) {
        return new Publication(
                OutputStreams.DEAD_LETTERS,
                (letter.topic() + '-' + letter.partition()).getBytes(UTF_8),
                json(letter),
                0,
                "",
                "",
                "");
    }

    private static byte[] key(String tenantId, String customerId) {
        Map<String, String> key = new LinkedHashMap<>();
        key.put("tenantId", tenantId);
        key.put("customerId", customerId);
        return json(key);
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values could not be written as JSON", e);
        }
    }

    /** An instant as ISO-8601 text in UTC. */
    private static final class InstantAsText extends StdSerializer<Instant> {

        @Serial
        private static final long serialVersionUID = 1L;

        private InstantAsText() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(instant.toString());
        }
    }
}
