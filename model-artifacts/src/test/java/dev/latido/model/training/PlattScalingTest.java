package dev.latido.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latido.model.artifact.Calibration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlattScalingTest {

    @Test
    void marginsThatAreTwiceTooLargeAreHalved() {
        SplittableRandom random = new SplittableRandom(3);
        float[] margins = new float[20_000];
        boolean[] positives = new boolean[margins.length];
        for (int row = 0; row < margins.length; row++) {
            double truth = random.nextDouble() * 6 - 4;
            margins[row] = (float) (2 * truth + 1);
            positives[row] = random.nextDouble() < 1 / (1 + Math.exp(-truth));
        }

        Calibration calibration = PlattScaling.fit(margins, positives);

        assertThat(calibration.slope()).isCloseTo(0.5, within(0.02));
        assertThat(calibration.intercept()).isCloseTo(-0.5, within(0.1));
    }

    @Test
    void labelsThatMarginsTellApartPerfectlyStillHaveAFiniteScaling() {
        Calibration calibration =
                PlattScaling.fit(new float[] {-2, -1, 1, 2}, new boolean[] {false, false, true, true});

        // The targets are 1/4 and 3/4, not 0 and 1.
        assertThat(calibration.probability(1.5)).isBetween(0.7, 0.85);
        assertThat(calibration.probability(0)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void scalingIsChosenOnlyWhereItHelpsOthers() {
        SplittableRandom random = new SplittableRandom(5);
        float[] good = new float[4_000];
        float[] bad = new float[good.length];
        boolean[] positives = new boolean[good.length];
        String[] subjects = new String[good.length];
        for (int row = 0; row < good.length; row++) {
            good[row] = (float) (random.nextDouble() * 6 - 4);
            bad[row] = 3 * good[row];
            positives[row] = random.nextDouble() < 1 / (1 + Math.exp(-good[row]));
            subjects[row] = "s" + row;
        }

        assertThat(CalibrationChoice.of(good, positives, subjects)).isEqualTo(Calibration.NONE);
        assertThat(CalibrationChoice.of(bad, positives, subjects).slope()).isCloseTo(1 / 3.0, within(0.03));
    }
}
