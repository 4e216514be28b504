package dev.latido.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationTextTest {

    private final DurationText text = new DurationText();

    @Test
    void lengthsAreReadAsPeopleWriteThem() {
        assertThat(text.convert("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(text.convert("90")).isEqualTo(Duration.ofSeconds(90));
        assertThat(text.convert("1m30s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(text.convert("2h")).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "s", "-1s", "1.5m", "30s1m", "PT30S", "9999999s", "soon"})
    void allElseIsRefused(String wrong) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> text.convert(wrong))
                .withMessageContaining("'" + wrong + "' is not a length of time");
    }
}
