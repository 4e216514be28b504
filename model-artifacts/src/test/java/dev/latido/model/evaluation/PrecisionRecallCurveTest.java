package dev.latido.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latido.model.evaluation.PrecisionRecallCurve.Point;
import org.junit.jupiter.api.Test;

class PrecisionRecallCurveTest {

    @Test
    void averagePrecisionWeighsEachPrecisionByTheRecallItAdds() {
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(LabelledScores.of(
                new double[] {0.9, 0.8, 0.7, 0.6, 0.5}, new boolean[] {true, false, true, true, false}));

        assertThat(curve.points()).contains(new Point(0.9, 1, 1, 1 / 3.0), new Point(0.7, 3, 2 / 3.0, 2 / 3.0));
        assertThat(curve.averagePrecision().orElseThrow()).isCloseTo((1 + 2 / 3.0 + 3 / 4.0) / 3, within(1e-15));
    }

    @Test
    void rowsOfOneScoreComeTogether() {
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(
                LabelledScores.of(new double[] {0.5, 0.5, 0.1}, new boolean[] {true, false, true}));

        assertThat(curve.points()).containsExactly(new Point(0.5, 2, 0.5, 0.5), new Point(0.1, 3, 2 / 3.0, 1));
        assertThat(curve.averagePrecision().orElseThrow()).isCloseTo(0.5 * 0.5 + 0.5 * 2 / 3, within(1e-15));
    }

    @Test
    void withoutPositivesThereIsNoCurve() {
        assertThat(PrecisionRecallCurve.of(LabelledScores.of(new double[] {0.5}, new boolean[1]))
                        .averagePrecision())
                .isEmpty();
    }
}
