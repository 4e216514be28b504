package dev.latido.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TopShareTest {

    @Test
    void highestScoresAreLookedAt() {
        LabelledScores scores = LabelledScores.of(
                new double[] {0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0},
                new boolean[] {true, false, true, false, true, false, false, false, false, true});

        assertThat(TopShare.of(scores, 0.1)).isEqualTo(new TopShare(0.1, 1, 0.25, 2.5));
        assertThat(TopShare.of(scores, 0.2)).isEqualTo(new TopShare(0.2, 0.5, 0.25, 1.25));
    }

    @Test
    void shareIsRoundedUpToWholeRows() {
        LabelledScores scores = LabelledScores.of(new double[] {0.9, 0.8, 0.1}, new boolean[] {true, true, false});

        assertThat(TopShare.of(scores, 0.1).recall()).isEqualTo(0.5);
    }

    @Test
    void ofATieAcrossTheEdgeTheExpectedNumberCounts() {
        LabelledScores scores =
                LabelledScores.of(new double[] {0.9, 0.5, 0.5, 0.5}, new boolean[] {false, true, true, false});

        TopShare top = TopShare.of(scores, 0.5);

        assertThat(top.precision()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(top.recall()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(top.lift()).isCloseTo(2 / 3.0, within(1e-15));
    }
}
