package dev.latido.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortestDecimalTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "3, 3",
        "-17, -17",
        "0.5, 0.5",
        "0.1, 0.1",
        "-0.05, -0.05",
        "12.3, 12.3",
        "41.4, 41.4",
        "0.001, 0.001",
        "0.33333334, 0.33333334",
        "9.375, 9.375",
        "16777215, 16777215",
        "16777216, 16777216",
        "0.0078125, 0.0078125",
        "123456.79, 123456.79",
        "1234567.9, 1234567.9",
        "1E10, 1E+10",
        "3.4E10, 3.4E+10",
        "0.0001, 0.0001",
        "1.4E-45, 1E-45",
        "3.4028235E38, 3.4028235E+38"
    })
    void aFloatIsItsShortestDecimal(float value, String text) {
        assertThat(ShortestDecimal.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void everyFloatReadsAsItselfAgainAndNoShorterOneDoes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            assertShortest(Float.intBitsToFloat(random.nextInt()));
            assertShortest(random.nextInt(100_000) / 7f);
            assertShortest(random.nextFloat());
            assertShortest((float) (random.nextInt(1000) / 100.0));
        }
    }

    @Test
    void readingAsADoubleFirstGivesTheSameFloat() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            float value = random.nextFloat() * 1000;
            assertThat((float) Double.parseDouble(ShortestDecimal.of(value))).isEqualTo(value);
        }
    }

    private static void assertShortest(float value) {
        if (!Float.isFinite(value)) {
            return;
        }
        String text = ShortestDecimal.of(value);
        assertThat(Float.parseFloat(text)).as(text).isEqualTo(value == 0 ? 0 : value);
        int digits = new BigDecimal(text).stripTrailingZeros().precision();
        int javas = new BigDecimal(Float.toString(value)).stripTrailingZeros().precision();
        assertThat(digits).as(text).isLessThanOrEqualTo(javas);
        for (int fewer = 1; fewer < digits; fewer++) {
            String shorter = String.format(Locale.ROOT, "%." + (fewer - 1) + "e", (double) value);
            assertThat(Float.parseFloat(shorter)).as("%s for %s", shorter, text).isNotEqualTo(value);
        }
    }
}
