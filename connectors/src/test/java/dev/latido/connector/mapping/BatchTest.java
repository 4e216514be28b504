package dev.latido.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.connector.record.Decoded;
import dev.latido.connector.testing.Decodes;
import dev.latido.connector.testing.MappedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {

    private static final String EVENTS = """
            id: /id
            customer: /c
            time: /at
            kinds:
              - when: { pointer: /skip, equals: true }
                kind: ignore
              - kind: ACTION
            """;

    private final Decodes strict = Decodes.by(EVENTS + "batch: /events");
    private final Decodes tolerant = Decodes.by(EVENTS + "batch: {pointer: /events, otherwise: single}");

    @Test
    void eachElementHasItsOwnResultInTheBatchsOrder() {
        List<Decoded<MappedEvent>> results = strict.all("{\"events\":[{\"c\":1,\"at\":\"2024-03-01T00:00:00Z\"},5,"
                + "{\"at\":\"2024-03-01T00:00:00Z\"},{\"skip\":true},"
                + "{\"c\":2,\"at\":\"2024-03-01T00:00:00Z\",\"id\":\"own\"}]}");

        assertThat(results)
                .extracting(Decodes::what)
                .containsExactly("ACTION", "not a JSON object", "missing customer (/c)", "ignored", "ACTION");
        assertThat(results)
                .filteredOn(Decoded.Event.class::isInstance)
                .extracting(
                        result -> ((Decoded.Event<MappedEvent>) result).event().eventId())
                .containsExactly("c7460cae8f44a259c7a103723143ccff#0", "own");
        assertThat(results).extracting(Decoded::origin).containsOnly(Decodes.ORIGIN);
    }

    @Test
    void aRejectedElementKeepsItsOwnBytesOnly() {
        Decoded.Rejected<MappedEvent> rejected = (Decoded.Rejected<MappedEvent>)
                strict.all("{\"events\":[ {\"at\":1} ,{}]}").get(0);

        assertThat(new String(Base64.getDecoder().decode(rejected.payload()), StandardCharsets.UTF_8))
                .isEqualTo("{\"at\":1}");
        assertThat(rejected.payloadBytes()).isEqualTo(8);
    }

    @Test
    void anEmptyBatchIsIgnored() {
        assertThat(strict.ignores("{\"events\":[]}")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"c\":1}|missing batch (/events)",
                "{\"events\":null}|missing batch (/events)",
                "{\"events\":{}}|batch is not an array (/events)",
                "[]|missing batch (/events)",
                "{\"events\":[{\"skip\":true}|not JSON: unexpected end",
                "{\"events\":[{\"skip\":true},{\"a\":1,\"a\":2}]}|duplicate key \"a\"",
            })
    void aBatchThatCannotBeReadIsRejectedAsAWhole(String record, String reason) {
        assertThat(strict.reason(record)).isEqualTo(reason);
    }

    @Test
    void aRecordWithoutTheArrayIsASingleEventWhereTheMappingSaysSo() {
        assertThat(tolerant.event("{\"c\":1,\"at\":\"2024-03-01T00:00:00Z\"}").customerId())
                .isEqualTo("1");
        assertThat(tolerant.reason("{\"events\":5,\"c\":1}")).isEqualTo("batch is not an array (/events)");
        assertThat(tolerant.reason("[]")).isEqualTo("not a JSON object");
    }

    @Test
    void theWholeDocumentCanBeTheBatch() {
        Decodes array = Decodes.by(EVENTS + "batch: \"\"");
        Decodes either = Decodes.by(EVENTS + "batch: {pointer: \"\", otherwise: single}");
        String event = "{\"c\":1,\"at\":\"2024-03-01T00:00:00Z\"}";

        assertThat(array.all("[" + event + "," + event + "]"))
                .extracting(Decodes::what)
                .containsExactly("ACTION", "ACTION");
        assertThat(array.reason(event)).isEqualTo("batch is not an array ()");
        assertThat(either.event(event).customerId()).isEqualTo("1");
        assertThat(either.ignores("[]")).isTrue();
    }

    @Test
    void aBatchOfManyElementsCostsNoMoreThanItsSize() {
        List<Decoded<MappedEvent>> results = strict.all("{\"events\":[" + "1,".repeat(500_000) + "1]}");

        assertThat(results).hasSize(500_001);
    }
}
