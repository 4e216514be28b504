package dev.latido.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @Test
    void numbersArePlacedInProportionAndKeptWithinTheEnds() {
        Scale scale = new Scale(50, 100, 0);

        assertThat(scale.at(0)).isEqualTo(100);
        assertThat(scale.at(20)).isEqualTo(60);
        assertThat(scale.at(51)).isEqualTo(0);
        assertThat(scale.at(-1)).isEqualTo(100);
    }

    @Test
    void ticksAreRoundNumbersFromZeroToTheEnd() {
        assertThat(new Scale(60, 0, 1).ticks(6)).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0);
        assertThat(new Scale(1, 0, 1).ticks(5)).hasSize(6);
        assertThat(new Scale(0, 0, 1).ticks(4)).containsExactly(0.0);
    }

    @ParameterizedTest
    @CsvSource({"0.078, 0.08", "7.3, 8", "1, 1", "0, 0", "343, 400", "0.87, 1"})
    void roundedUpNumbersAreAtOrAbove(double value, double rounded) {
        assertThat(Scale.roundUp(value)).isEqualTo(rounded, within(1e-9));
    }
}
