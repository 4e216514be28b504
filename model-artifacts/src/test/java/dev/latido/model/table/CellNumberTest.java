package dev.latido.model.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellNumberTest {

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "-2.50,-2.5",
        "+3,3",
        ".5,0.5",
        "5.,5",
        "1e3,1000",
        "-1.5E-2,-0.015",
        "inf,Infinity",
        "-Infinity,-Infinity"
    })
    void numbersAreRead(String text, float number) {
        assertThat(CellNumber.isNumber(text)).isTrue();
        assertThat(CellNumber.parse(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000", "1 000", "0x10", "1d", "1f", "1e", "-", ".", "e5", "yes", "12a", "1_0"})
    void whatOnlyLooksLikeANumberIsNone(String text) {
        assertThat(CellNumber.isNumber(text)).isFalse();
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> CellNumber.parse(text));
    }

    @Test
    void blankAndNanAreMissing() {
        assertThat(CellNumber.parse("")).isNaN();
        assertThat(CellNumber.parse("nan")).isNaN();
        assertThat(CellNumber.parse("NaN")).isNaN();
    }
}
