package dev.latido.connector.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "7",
                "-12",
                "007",
                "12.50",
                "-0.001",
                "1e3",
                "1E-3",
                "2.5e+10",
                "123456789012345678",
                "1234567890123456789012345"
            })
    void numbersAreReadExactly(String text) {
        assertThat(parse(text)).isEqualByComparingTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "+1", ".5", "1.", "1e", "1e+", "1,5", " 1", "1 ", "0x10", "NaN", "Infinity", "--1"})
    void otherTextsAreNoNumber(String text) {
        assertThat(parse(text)).isNull();
    }

    @Test
    void giantsCostNoTimeAndNoMemory() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(parse("1e-999999999")).isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(parse("1e999999999")).isNull();
            assertThat(parse("1e99999999999999999999")).isNull();
            assertThat(parse("0." + "1".repeat(1_000_000))).isCloseTo(new BigDecimal("0.1111"), within());
        });
    }

    private static org.assertj.core.data.Offset<BigDecimal> within() {
        return org.assertj.core.data.Offset.offset(new BigDecimal("0.001"));
    }

    private static @Nullable BigDecimal parse(String text) {
        byte[] bytes = ("9" + text + "9").getBytes(UTF_8);
        return Decimals.parse(bytes, 1, bytes.length - 1);
    }
}
