package dev.latido.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProbabilityErrorsTest {

    @Test
    void errorsAreMeansOverTheRows() {
        ProbabilityErrors errors = ProbabilityErrors.of(
                LabelledScores.of(new double[] {0.8, 0.8, 0.25}, new boolean[] {true, false, false}));

        assertThat(errors.logLoss()).isCloseTo(-(Math.log(0.8) + Math.log(0.2) + Math.log(0.75)) / 3, within(1e-15));
        assertThat(errors.brier()).isCloseTo((0.04 + 0.64 + 0.0625) / 3, within(1e-15));
    }

    @Test
    void certaintyThatIsWrongCostsALotButNotEverything() {
        ProbabilityErrors errors =
                ProbabilityErrors.of(LabelledScores.of(new double[] {1, 0}, new boolean[] {false, false}));

        assertThat(errors.logLoss()).isCloseTo(-Math.log(1e-16) / 2, within(1e-12));
        assertThat(errors.brier()).isEqualTo(0.5);
    }
}
