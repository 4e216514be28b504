package dev.latido.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latido.model.evaluation.CalibrationCurve.Bin;
import org.junit.jupiter.api.Test;

class CalibrationCurveTest {

    @Test
    void binsHoldEquallyManyRows() {
        CalibrationCurve curve = CalibrationCurve.of(
                LabelledScores.of(new double[] {0.125, 0.375, 0.5, 1}, new boolean[] {false, true, false, true}), 2);

        assertThat(curve.bins()).containsExactly(new Bin(2, 0.25, 0.5), new Bin(2, 0.75, 0.5));
        assertThat(curve.expectedError()).isEqualTo(0.25);
    }

    @Test
    void rowsOfOneProbabilityStayTogether() {
        CalibrationCurve curve = CalibrationCurve.of(
                LabelledScores.of(
                        new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.9},
                        new boolean[] {true, false, false, false, false, true}),
                3);

        assertThat(curve.bins()).containsExactly(new Bin(5, 0.1, 0.2), new Bin(1, 0.9, 1));
        assertThat(curve.expectedError()).isCloseTo(5 / 6.0 * 0.1 + 1 / 6.0 * 0.1, within(1e-15));
    }

    @Test
    void fewerRowsThanBinsAreABinEach() {
        assertThat(CalibrationCurve.of(LabelledScores.of(new double[] {0.5, 0.7}, new boolean[] {true, false}), 10)
                        .bins())
                .hasSize(2);
    }
}
