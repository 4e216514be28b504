package dev.latido.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latido.model.evaluation.RocCurve.Point;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RocCurveTest {

    @Test
    void curveStepsThroughTheScores() {
        RocCurve curve = RocCurve.of(
                LabelledScores.of(new double[] {0.9, 0.8, 0.7, 0.6}, new boolean[] {true, false, true, false}));

        assertThat(curve.points())
                .containsExactly(
                        new Point(0, 0), new Point(0, 0.5), new Point(0.5, 0.5), new Point(0.5, 1), new Point(1, 1));
        assertThat(curve.area()).hasValue(0.75);
    }

    @Test
    void rowsOfOneScoreCountHalf() {
        RocCurve curve = RocCurve.of(
                LabelledScores.of(new double[] {0.5, 0.5, 0.5, 0.1}, new boolean[] {true, false, false, false}));

        // Of three pairs, one is ordered rightly and two are ties: (1 + 2 * 0.5) / 3.
        assertThat(curve.area().orElseThrow()).isCloseTo(2 / 3.0, within(1e-15));
    }

    @Test
    void scoresThatSayNothingHaveHalfTheArea() {
        assertThat(RocCurve.of(LabelledScores.of(new double[4], new boolean[] {true, false, false, false}))
                        .area())
                .hasValue(0.5);
    }

    @Test
    void oneLabelAloneHasNoCurve() {
        assertThat(RocCurve.of(LabelledScores.of(new double[] {0.1, 0.2}, new boolean[] {true, true}))
                        .area())
                .isEmpty();
        assertThat(RocCurve.of(LabelledScores.of(new double[] {0.1}, new boolean[1]))
                        .area())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void areaIsTheShareOfPairsInTheRightOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores =
                random.doubles(200).map(score -> Math.round(score * 20) / 20.0).toArray();
        boolean[] positives = new boolean[scores.length];
        for (int row = 0; row < positives.length; row++) {
            positives[row] = random.nextDouble() < 0.2 + 0.5 * scores[row];
        }

        double right = 0;
        double pairs = 0;
        for (int one = 0; one < scores.length; one++) {
            for (int other = 0; other < scores.length; other++) {
                if (positives[one] && !positives[other]) {
                    pairs++;
                    right += scores[one] > scores[other] ? 1 : scores[one] == scores[other] ? 0.5 : 0;
                }
            }
        }

        assertThat(RocCurve.of(LabelledScores.of(scores, positives)).area().orElseThrow())
                .isCloseTo(right / pairs, within(1e-12));
    }
}
