package dev.latido.model.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussLegendreTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 16, 100, 256})
    void polynomialsUpToTwiceThePointsAreIntegratedExactly(int points) {
        GaussLegendre rule = GaussLegendre.of(points);

        for (int power = 0; power < 2 * points; power++) {
            double integral = 0;
            for (int point = 0; point < rule.count(); point++) {
                integral += rule.weight(point) * Math.pow(rule.point(point), power);
            }
            assertThat(integral).isCloseTo(1.0 / (power + 1), within(1e-12));
        }
    }
}
