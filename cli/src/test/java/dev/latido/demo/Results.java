package dev.latido.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latido.publish.OutputStreams;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of the output topics, for tests. */
final class Results {

    private Results() {}

    static Result alert(String id, String customer, String severity, String status, String at) {
        return result(OutputStreams.ALERTS, """
                {"alertId":"%s","tenantId":"default","customerId":"%s","ruleId":"health-level","severity":"%s",
                "status":"%s","at":"%s","title":"%s is at risk: few sessions",
                "evidence":{"scoreBefore":61.0,"scoreAfter":58.5}}""".formatted(id, customer, severity, status, at, customer));
    }

    static Result score(String customer, double score, String band) {
        return result(OutputStreams.HEALTH_SCORES, """
                {"tenantId":"default","customerId":"%s","at":"2025-01-02T03:04:05Z","score":%s,"band":"%s",
                "signals":["inactivity","low-logins"]}""".formatted(customer, score, band));
    }

    static Result result(String stream, String json) {
        try {
            return Result.of(stream, new ConsumerRecord<>(stream, 0, 0, new byte[] {1}, json.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
