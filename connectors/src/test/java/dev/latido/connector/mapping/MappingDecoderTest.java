package dev.latido.connector.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.InvalidRecordException;
import dev.latido.connector.testing.Decodes;
import dev.latido.connector.testing.MappedEvent;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingDecoderTest {

    private static final String SHOP = """
            id: /id
            tenant: [/tenant, /workspace]
            customer: [/account, /user]
            user: /user
            no-id: ["0", none]
            time: /at
            kinds:
              - when: { pointer: /what, equals: nothing }
                kind: ignore
              - kind: ACTION
            name: [/label, /what]
            amount: { pointer: /price, unit: major, currency: /currency }
            attributes:
              plan: [/plan/name, /plan]
              shop: { value: north }
              colour: { pointer: /colour, value: grey }
            """;

    private final Decodes shop = Decodes.by(SHOP);

    @Test
    void everyFieldIsReadFromItsPointer() {
        assertThat(shop.event(
                        "{\"id\":\"e1\",\"tenant\":\"t\",\"account\":\"a\",\"user\":\"u\",\"at\":\"2024-03-01T00:00:00.1239Z\","
                                + "\"what\":\"sale\",\"label\":\"Sale\",\"price\":12.345,\"currency\":\"eur\",\"plan\":{\"name\":\"pro\"},"
                                + "\"colour\":true}"))
                .isEqualTo(new MappedEvent(
                        "e1",
                        "t",
                        "a",
                        "u",
                        "ACTION",
                        "Sale",
                        1_709_251_200_123L,
                        1_235,
                        Map.of("plan", "pro", "shop", "north", "colour", "true", "currency", "EUR")));
    }

    @Test
    void whatIsMissingHasDefaultsAndTheIdIsTheRecordsDigest() {
        assertThat(shop.event("{\"account\":\"a\",\"at\":\"2024-03-01T00:00:00Z\"}"))
                .isEqualTo(new MappedEvent(
                        "d07a0b4e5635d82ef23ec594b0a60ff6",
                        "default",
                        "a",
                        "a",
                        "ACTION",
                        "",
                        1_709_251_200_000L,
                        0,
                        Map.of("shop", "north", "colour", "grey")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"account\":null,",
                "\"account\":\"\",",
                "\"account\":{\"id\":1},",
                "\"account\":[1],",
                "\"account\":\"0\",",
                "\"account\":0,",
                "\"account\":\"none\","
            })
    void valuesThatCountAsMissingGiveWayToTheNextFallback(String account) {
        assertThat(shop.event("{" + account + "\"user\":7,\"at\":\"2024-03-01T00:00:00Z\"}")
                        .customerId())
                .isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"at\":\"2024-03-01T00:00:00Z\"}|missing customer (/account, /user)",
                "{\"account\":\"a\"}|missing time (/at)",
                "{\"account\":\"a\",\"at\":\"noon\"}|time is not ISO-8601 with a zone (/at)",
                "{\"account\":\"a\",\"at\":\"1999-12-31T23:59:59.999Z\"}|time out of range",
                "{\"account\":\"a\",\"at\":\"2100-01-01T00:00:00.001Z\"}|time out of range",
                "{\"account\":\"a\",\"at\":\"2024-03-01T00:00:00Z\",\"price\":\"much\"}|amount is not a number (/price)",
                "{\"account\":\"a\",\"at\":\"2024-03-01T00:00:00Z\",\"price\":true}|amount is not a number (/price)",
                "{\"account\":\"a\",\"at\":\"2024-03-01T00:00:00Z\",\"price\":1e17}|number out of range",
                "[]|not a JSON object",
                "\"text\"|not a JSON object",
                "null|not a JSON object",
            })
    void whatCannotBecomeAnEventIsRejectedWithItsReason(String record, String reason) {
        assertThat(shop.reason(record)).isEqualTo(reason);
    }

    @Test
    void theBoundsOfTimeAreInclusive() {
        assertThat(shop.event("{\"account\":\"a\",\"at\":\"2000-01-01T00:00:00Z\"}")
                        .time())
                .isEqualTo("2000-01-01T00:00:00Z");
        assertThat(shop.event("{\"account\":\"a\",\"at\":\"2100-01-01T00:00:00Z\"}")
                        .time())
                .isEqualTo("2100-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"id,event id", "tenant,tenant", "account,customer", "user,user"})
    void identifiersHaveAtMost1024Characters(String key, String label) {
        String rest = "\",\"at\":\"2024-03-01T00:00:00Z\"" + (key.equals("account") ? "}" : ",\"account\":\"a\"}");

        assertThat(shop.one(("{\"" + key + "\":\"" + "x".repeat(1_024) + rest).getBytes(UTF_8)))
                .isInstanceOf(Decoded.Event.class);
        assertThat(shop.reason("{\"" + key + "\":\"" + "x".repeat(1_025) + rest))
                .startsWith(label + " longer than 1,024 characters (/");
    }

    @Test
    void ignoredGoesBeforeDeadLetterButNotBeforeMalformed() {
        assertThat(shop.ignores("{\"what\":\"nothing\"}")).isTrue();
        assertThat(shop.ignores("{\"what\":\"nothing\",\"at\":\"noon\",\"price\":\"much\"}"))
                .isTrue();
        assertThat(shop.reason("{\"what\":\"nothing\",\"x\":1e400}")).isEqualTo("number out of range");
    }

    @Test
    void recordsOverOneMebibyteAreRejectedUnread() {
        int rest = "{\"what\":\"nothing\",\"x\":\"\"}".length();
        String fits = "{\"what\":\"nothing\",\"x\":\"" + "x".repeat(1_048_576 - rest) + "\"}";

        assertThat(shop.ignores(fits)).isTrue();
        assertThat(shop.reason(fits + " ")).isEqualTo("document over 1 MiB");
    }

    @Test
    void rejectionsCarryTheRecordAndItsOrigin() {
        Decoded.Rejected<MappedEvent> rejected = (Decoded.Rejected<MappedEvent>) shop.one("{".getBytes(UTF_8));

        assertThat(rejected.origin()).isEqualTo(Decodes.ORIGIN);
        assertThat(Base64.getDecoder().decode(rejected.payload())).isEqualTo("{".getBytes(UTF_8));
        assertThat(rejected.payloadBytes()).isEqualTo(1);
    }

    @Test
    void whatTheFactoryRefusesIsRejectedWithItsMessage() {
        MappingDecoder<String> decoder = new MappingDecoder<>(
                Decodes.mapping(SHOP), (id, tenant, customer, user, kind, name, at, amount, attributes) -> {
                    throw new InvalidRecordException("score out of range");
                });
        List<Decoded<String>> out = new ArrayList<>();

        decoder.decode(
                "{\"account\":\"a\",\"at\":\"2024-03-01T00:00:00Z\"}".getBytes(UTF_8),
                Decodes.ORIGIN,
                Decodes.LATEST,
                out::add);

        assertThat(out)
                .singleElement()
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo("score out of range"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epoch-seconds|1648320106|2022-03-26T18:41:46Z",
                "epoch-seconds|1648320106.9999|2022-03-26T18:41:46.999Z",
                "epoch-seconds|\"1648320106\"|2022-03-26T18:41:46Z",
                "epoch-seconds|1.648320106e9|2022-03-26T18:41:46Z",
                "epoch-milliseconds|1648320106123|2022-03-26T18:41:46.123Z",
                "epoch-milliseconds|1648320106123.9|2022-03-26T18:41:46.123Z",
                "epoch-milliseconds|1e300|time out of range",
                "epoch-milliseconds|-1|time out of range",
                "epoch-seconds|true|time is not a number (/at)",
                "epoch-seconds|\"2024-03-01T00:00:00Z\"|time is not a number (/at)",
            })
    void timesMayBeCountedFromTheEpoch(String unit, String value, String expected) {
        Decodes decodes = Decodes.by("customer: /c\ntime: {pointer: /at, unit: " + unit + "}\nkinds: [{kind: LOGIN}]");
        Decoded<MappedEvent> decoded = decodes.one(("{\"c\":1,\"at\":" + value + "}").getBytes(UTF_8));

        assertThat(
                        decoded instanceof Decoded.Event<MappedEvent> event
                                ? event.event().time()
                                : Decodes.what(decoded))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "major,12.5,usd,1250",
        "major,12.345,USD,1235",
        "major,-12.345,USD,-1235",
        "major,500,JPY,50000",
        "minor,1250,usd,1250",
        "minor,500,jpy,50000",
        "minor,5125,KWD,513",
        "minor,1250,,1250",
        "minor,12e2,USD,1200",
        "minor,12.5,USD,amount is not a whole number",
        "micros,12500000,EUR,1250",
        "micros,4999,EUR,0",
        "micros,5000,EUR,1",
        "micros,-92233720368547758080000,EUR,number out of range",
        "minor,9223372036854775807,USD,9223372036854775807",
        "minor,9223372036854775808,USD,number out of range",
    })
    void amountsAreHundredthsWhateverTheUnitAndTheCurrency(
            String unit, String amount, @Nullable String currency, String expected) {
        Decodes decodes = Decodes.by("customer: /c\ntime: /at\nkinds: [{kind: LOGIN}]\namount: {pointer: /a, unit: "
                + unit + ", currency: /currency}");
        String code = currency == null ? "null" : "\"" + currency + "\"";
        Decoded<MappedEvent> decoded =
                decodes.one(("{\"c\":1,\"at\":\"2024-03-01T00:00:00Z\",\"a\":" + amount + ",\"currency\":" + code + "}")
                        .getBytes(UTF_8));

        assertThat(
                        decoded instanceof Decoded.Event<MappedEvent> event
                                ? String.valueOf(event.event().amountCents())
                                : Decodes.what(decoded))
                .isEqualTo(expected);
    }
}
