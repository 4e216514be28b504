package dev.latido.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    /** The values that Wilson's formula gives with z = 1.96, worked out apart from the code. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.0000, 0.2775",
        "1, 10, 0.0179, 0.4042",
        "5, 10, 0.2366, 0.7634",
        "10, 10, 0.7225, 1.0000",
        "81, 263, 0.2553, 0.3662",
        "0, 0, 0, 1"
    })
    void theIntervalIsWilsons(int hits, int of, double low, double high) {
        assertThat(new Share(hits, of).low()).isEqualTo(low, within(5e-5));
        assertThat(new Share(hits, of).high()).isEqualTo(high, within(5e-5));
    }

    @Test
    void aShareOfNothingHasNoValue() {
        assertThat(new Share(0, 0).value()).isEmpty();
        assertThat(new Share(1, 4).value()).hasValue(0.25);
    }

    @Test
    void moreThanAllIsNoShare() {
        assertThatThrownBy(() -> new Share(3, 2)).hasMessage("3 of 2 is no share");
    }
}
