package dev.latido.connector.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.testing.Decodes;
import dev.latido.connector.testing.MappedEvent;
import dev.latido.connector.testing.Repository;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatidoMappingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Decodes latido = new Decodes(Repository.mapping("latido"));

    @Test
    void aCompleteEventIsTakenAsItIs() {
        assertThat(
                        latido.event(
                                "{\"eventId\":\"e\",\"tenantId\":\"t\",\"customerId\":\"c\",\"userId\":\"u\","
                                        + "\"kind\":\"PAYMENT_FAILED\",\"name\":\"n\",\"at\":\"2024-03-01T00:00:00Z\",\"amountCents\":50000,"
                                        + "\"attributes\":{\"currency\":\"JPY\",\"invoiceId\":\"i\",\"tries\":2,\"auto\":true,\"note\":null}}"))
                .isEqualTo(new MappedEvent(
                        "e",
                        "t",
                        "c",
                        "u",
                        "PAYMENT_FAILED",
                        "n",
                        1_709_251_200_000L,
                        50_000,
                        Map.of("currency", "JPY", "invoiceId", "i", "tries", "2", "auto", "true")));
    }

    @Test
    void everyKindIsTakenByItsName() {
        for (String kind : MappedEvent.KINDS) {
            assertThat(latido.event("{\"customerId\":\"c\",\"kind\":\"" + kind + "\",\"at\":\"2024-03-01T00:00:00Z\"}")
                            .kind())
                    .isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"kind\":\"LOGIN\",\"at\":\"2024-03-01T00:00:00Z\"|missing customer (/customerId)",
                "\"customerId\":\"c\",\"at\":\"2024-03-01T00:00:00Z\"|missing kind (/kind)",
                "\"customerId\":\"c\",\"kind\":\"login\",\"at\":\"2024-03-01T00:00:00Z\"|unknown kind (/kind)",
                "\"customerId\":\"c\",\"kind\":\"ignore\",\"at\":\"2024-03-01T00:00:00Z\"|unknown kind (/kind)",
                "\"customerId\":\"c\",\"kind\":\"LOGIN\"|missing time (/at)",
                "\"customerId\":\"c\",\"kind\":\"LOGIN\",\"at\":1709251200000|time is not ISO-8601 with a zone (/at)",
                "\"customerId\":\"c\",\"kind\":\"LOGIN\",\"at\":\"2024-03-01T00:00:00Z\",\"amountCents\":1.5|amount is not a whole number",
                "\"customerId\":\"c\",\"kind\":\"LOGIN\",\"at\":\"2024-03-01T00:00:00Z\",\"attributes\":[]|attributes are not an object (/attributes)",
                "\"customerId\":\"c\",\"kind\":\"LOGIN\",\"at\":\"2024-03-01T00:00:00Z\",\"attributes\":{\"a\":{}}|an attribute is not a string, number or boolean (/attributes)",
            })
    void anIncompleteEventIsRejected(String fields, String reason) {
        assertThat(latido.reason("{" + fields + "}")).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"eventId", "tenantId", "customerId", "userId", "kind", "name", "at", "amountCents", "attributes"
            })
    void naughtyStringsInEveryFieldGiveOneResultAndKeepTheirText(String field) throws IOException {
        for (JsonNode naughty :
                JSON.readTree(Repository.fixture("robustness/blns.json").toFile())) {
            ObjectNode record = JSON.createObjectNode()
                    .put("eventId", "e")
                    .put("customerId", "c")
                    .put("kind", "LOGIN")
                    .put("at", "2024-03-01T00:00:00Z")
                    .put("amountCents", 1);
            record.set("attributes", JSON.createObjectNode().put("a" + naughty.asText(), naughty.asText()));
            if (!field.equals("attributes")) {
                record.set(field, naughty);
            }
            Decoded<MappedEvent> decoded = latido.one(JSON.writeValueAsBytes(record));

            if (decoded instanceof Decoded.Event<MappedEvent> event) {
                assertThat(text(event.event(), field, naughty.asText())).isEqualTo(naughty.asText());
            } else {
                assertThat(Decodes.what(decoded)).doesNotContain("\n").hasSizeLessThan(80);
                assertThat(field).isIn("customerId", "kind", "at", "amountCents");
            }
        }
    }

    private static String text(MappedEvent event, String field, String naughty) {
        String text = switch (field) {
            case "eventId" -> event.eventId();
            case "tenantId" -> event.tenantId();
            case "customerId" -> event.customerId();
            case "userId" -> event.userId();
            case "name" -> event.name();
            case "attributes" -> event.attributes().getOrDefault("a" + naughty, "");
            default -> naughty;
        };
        return naughty.isEmpty() ? "" : text;
    }

    @Test
    void damagedRecordsNeverThrowAndAlwaysGiveAResult() {
        String healthy =
                "{\"eventId\":\"e\",\"customerId\":\"\\u00e9\u00FC\",\"kind\":\"LOGIN\",\"at\":\"2024-03-01T00:00:00Z\","
                        + "\"amountCents\":1e2,\"attributes\":{\"a\\n\":\"\\ud83d\\ude00\"}}";
        Random random = new Random(5);
        int events = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] record = healthy.getBytes(UTF_8);
            for (int hits = random.nextInt(4); hits > 0; hits--) {
                record[random.nextInt(record.length)] = (byte) random.nextInt(256);
            }
            record = Arrays.copyOf(record, random.nextInt(8) == 0 ? random.nextInt(record.length) : record.length);
            events += latido.one(record) instanceof Decoded.Event ? 1 : 0;
        }
        assertThat(events).isBetween(20_000, 60_000);
    }
}
