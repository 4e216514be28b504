package dev.latido.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.event.CustomerInput;
import dev.latido.event.Erasure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErasureDecoderTest {

    private static final Origin ORIGIN = new Origin("commands-privacy", "commands-privacy", 0, 1);
    private static final long RECORD_TIME = 1_735_700_000_000L;

    @Test
    void aCommandAtOnceComesBeforeEverythingAndHasTheTimeOfItsRecord() {
        assertThat(decode("{\"command\":\"erase\",\"customerId\":\"Zoë\",\"by\":\"dpo\",\"reason\":\"asked for\"}"))
                .isEqualTo(new Decoded.Event<>(
                        ORIGIN, new Erasure("default", "Zoë", Erasure.AT_ONCE, "dpo", "asked for"), RECORD_TIME));
    }

    @Test
    void aCommandMayNameTenantAndTime() {
        assertThat(decode("{\"command\":\"erase\",\"tenantId\":\"eu\",\"customerId\":\"c\",\"schemaVersion\":1,"
                        + "\"effectiveAt\":\"2025-01-01T00:00:00.002Z\",\"by\":\"dpo\",\"reason\":\"r\"}"))
                .isEqualTo(event(new Erasure("eu", "c", 1_735_689_600_002L, "dpo", "r")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "oops | not JSON at byte 4",
                "[] | a command is not a JSON object",
                "`` | a command is not a JSON object",
                "{} | missing command",
                "{\"command\":\"forget\"} | unknown command (allowed: erase)",
                "{\"command\":\"erase\",\"by\":\"b\",\"reason\":\"r\"} | missing customerId",
                "{\"command\":\"erase\",\"customerId\":\"c\",\"reason\":\"r\"} | missing by",
                "{\"command\":\"erase\",\"customerId\":\"c\",\"by\":\"b\"} | missing reason",
                "{\"command\":\"erase\",\"customerId\":7,\"by\":\"b\",\"reason\":\"r\"} | customerId is not a text",
                "{\"command\":\"erase\",\"customerId\":\"\",\"by\":\"b\",\"reason\":\"r\"} | customerId is not a text",
                "{\"command\":\"erase\",\"customerId\":\"c\",\"by\":\"b\",\"reason\":\"r\",\"effectiveAt\":\"soon\"}"
                        + " | effectiveAt is not an ISO-8601 instant",
                "{\"command\":\"erase\",\"customerId\":\"c\",\"by\":\"b\",\"reason\":\"r\",\"effectiveAt\":"
                        + "\"+1000000000-12-31T23:59:59Z\"} | effectiveAt is not an ISO-8601 instant",
                "{\"command\":\"erase\",\"customer\":\"c\"} | a command has a field that is not known",
                "{\"command\":\"erase\",\"command\":\"erase\"} | not JSON at byte 28",
                "{\"command\":\"erase\",\"customerId\":\"\\ud800\",\"by\":\"b\",\"reason\":\"r\"}"
                        + " | customerId holds half a character (a lone surrogate)",
                "{} {} | not JSON at byte 3",
            })
    void whatIsNoCommandIsRejectedWithItsReason(String payload, String reason) {
        assertThat(decode(payload)).isEqualTo(Decoded.Rejected.of(ORIGIN, reason, payload.getBytes(UTF_8)));
    }

    @Test
    void anIdLongerThanThoseOfEventsIsRejected() {
        assertThat(decode("{\"command\":\"erase\",\"customerId\":\"" + "x".repeat(1025)
                        + "\",\"by\":\"b\",\"reason\":\"r\"}"))
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected ->
                                assertThat(rejected.reason()).isEqualTo("customerId is longer than 1024 characters"));
    }

    @Test
    void deepNestingIsRejected() {
        String deep = "[".repeat(5_000);

        assertThat(decode(deep)).isInstanceOf(Decoded.Rejected.class);
    }

    private static Decoded<CustomerInput> event(Erasure erasure) {
        return new Decoded.Event<>(ORIGIN, erasure, erasure.place());
    }

    private static Decoded<CustomerInput> decode(String payload) {
        List<Decoded<CustomerInput>> results = new ArrayList<>();
        new ErasureDecoder().decode(payload.getBytes(UTF_8), ORIGIN, RECORD_TIME, results::add);
        assertThat(results).hasSize(1);
        return results.get(0);
    }
}
