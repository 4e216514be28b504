package dev.latido.connector.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "2024-03-01T12:30:05Z,2024-03-01T12:30:05Z",
        "2024-03-01T12:30:05.1Z,2024-03-01T12:30:05.100Z",
        "2024-03-01T12:30:05.123999999Z,2024-03-01T12:30:05.123Z",
        "2024-03-01T12:30Z,2024-03-01T12:30:00Z",
        "2024-03-01t12:30:05z,2024-03-01T12:30:05Z",
        "2024-03-01 12:30:05+02:00,2024-03-01T10:30:05Z",
        "2024-03-01T12:30:05+0530,2024-03-01T07:00:05Z",
        "2024-03-01T12:30:05-11,2024-03-01T23:30:05Z",
        "2024-02-29T23:59:59.999Z,2024-02-29T23:59:59.999Z",
        "2000-01-01T00:00:00Z,2000-01-01T00:00:00Z",
    })
    void timesWithAZoneAreRead(String text, Instant expected) {
        assertThat(parse(text, null)).isEqualTo(expected.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-03-01",
                "2024-03-01T12:30:05",
                "2024-02-30T12:30:05Z",
                "2023-02-29T12:30:05Z",
                "2024-13-01T12:30:05Z",
                "2024-03-01T24:00:00Z",
                "2024-03-01T12:60:00Z",
                "2024-03-01T12:30:60Z",
                "2024-03-01T12:30:05.Z",
                "2024-03-01T12:30:05ZZ",
                "2024-03-01T12:30:05+2",
                "2024-03-01T12:30:05+02:",
                "2024-03-01T12:30:05+02:0",
                "2024-03-01T12:30:05+02:000",
                "2024-03-01T12:30:05+19:00",
                "2024-03-01T12:30:05*02:00",
                "2024/03/01T12:30:05Z",
                "2024-03-01_12:30:05Z",
                "2024-03-01T12.30:05Z",
                " 2024-03-01T12:30:05Z",
                "2024-03-01T",
                "2024-03-01T12:30:",
                "-024-03-01T12:30:05Z",
                "yesterday at noon"
            })
    void otherTextsAreNoTime(String text) {
        assertThat(parse(text, null)).isEqualTo(Timestamps.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-07-01 12:30:05,2024-07-01T10:30:05Z",
        "2024-01-01T12:30:05.25,2024-01-01T11:30:05.250Z",
        "2024-07-01,2024-06-30T22:00:00Z",
        "2024-07-01T12:30:05Z,2024-07-01T12:30:05Z",
        "2024-03-31 02:30:00,2024-03-31T01:30:00Z",
        "2024-10-27 02:30:00,2024-10-27T00:30:00Z",
    })
    void anAssumedZoneServesTimesThatNameNone(String text, Instant expected) {
        assertThat(parse(text, ZoneId.of("Europe/Madrid"))).isEqualTo(expected.toEpochMilli());
    }

    @Test
    void everyInstantIsReadAsTheJdkReadsIt() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochMilli(random.nextLong(-60_000_000_000_000L, 250_000_000_000_000L));
            OffsetDateTime time = instant.atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1_080, 1_080)));
            assertThat(parse(time.toString(), null)).as(time.toString()).isEqualTo(instant.toEpochMilli());
        }
    }

    private static long parse(String text, @Nullable ZoneId zone) {
        byte[] bytes = ("x" + text + "x").getBytes(UTF_8);
        return Timestamps.parse(bytes, 1, bytes.length - 1, zone);
    }
}
