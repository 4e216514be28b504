package dev.latido.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AmountErrorsTest {

    @Test
    void errorsAreMeansOfDistances() {
        AmountErrors errors = AmountErrors.of(new double[] {1, 5}, new double[] {2, 8});

        assertThat(errors.meanAbsolute()).isEqualTo(2);
        assertThat(errors.rootMeanSquare()).isCloseTo(Math.sqrt(5), within(1e-15));
        assertThat(errors.meanAbsoluteOfMean()).isEqualTo(3);
        assertThat(errors.meanPredicted()).isEqualTo(3);
        assertThat(errors.meanActual()).isEqualTo(5);
    }
}
