package dev.latido.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {

    @Test
    void onlyTheOrderCounts() {
        assertThat(RankCorrelation.of(new double[] {1, 2, 3}, new double[] {10, 1000, 1001}))
                .hasValue(1);
        assertThat(RankCorrelation.of(new double[] {1, 2, 3}, new double[] {3, 2, 1}))
                .hasValue(-1);
    }

    @Test
    void equalScoresShareTheMeanOfTheirRanks() {
        // Ranks 1.5, 1.5, 3, 4 and 1, 2, 3, 4: covariance 4.5 of sqrt(4.5 * 5).
        assertThat(RankCorrelation.of(new double[] {0, 0, 5, 6}, new double[] {1, 2, 3, 4})
                        .orElseThrow())
                .isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-15));
    }

    @Test
    void scoresThatAreAllTheSameHaveNone() {
        assertThat(RankCorrelation.of(new double[] {1, 1}, new double[] {1, 2})).isEmpty();
        assertThat(RankCorrelation.of(new double[0], new double[0])).isEmpty();
    }
}
