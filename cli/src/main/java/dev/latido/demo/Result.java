package dev.latido.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latido.connector.record.Publication;
import java.io.IOException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A committed record of one of the job's output topics.
 *
 * @param stream name of the output stream, which is not always that of the topic
 */
record Result(String stream, ConsumerRecord<byte[], byte[]> written, JsonNode json) {

    private static final ObjectMapper JSON = new JsonMapper();

    static Result of(String stream, ConsumerRecord<byte[], byte[]> written) throws IOException {
        return new Result(stream, written, JSON.readTree(written.value()));
    }

    String text(String field) {
        return json.path(field).asText();
    }

    Instant at() {
        return Instant.parse(text("at"));
    }

    /** The record as it left the job. */
    Publication publication() {
        return new Publication(
                stream,
                written.key(),
                written.value(),
                json.has("at") ? at().toEpochMilli() : 0,
                text("tenantId"),
                text("customerId"),
                text(json.has("alertId") ? "alertId" : "eventId"));
    }
}
