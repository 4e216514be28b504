package dev.latido.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PopulationStabilityTest {

    @Test
    void sharesThatHaveNotMovedAreStable() {
        assertThat(PopulationStability.index(new long[] {10, 30, 60}, new long[] {1, 3, 6}))
                .isZero();
    }

    @Test
    void eachShareCountsByHowFarItHasMoved() {
        double index = PopulationStability.index(new long[] {50, 50}, new long[] {25, 75});

        assertThat(index).isCloseTo(-0.25 * Math.log(0.5) + 0.25 * Math.log(1.5), within(1e-15));
    }

    @Test
    void emptyBinsCountAsATenThousandth() {
        double index = PopulationStability.index(new long[] {100, 0}, new long[] {50, 50});

        assertThat(index).isCloseTo(-0.5 * Math.log(0.5) + (0.5 - 1e-4) * Math.log(0.5 / 1e-4), within(1e-12));
    }

    @Test
    void otherBinsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PopulationStability.index(new long[2], new long[3]));
    }
}
