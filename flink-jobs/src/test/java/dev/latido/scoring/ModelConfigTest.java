package dev.latido.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.testing.ShippedPolicy;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelConfigTest {

    @ParameterizedTest
    @CsvSource({
        "0.7, 0.1, 0.6",
        "0.8, 0.1, 0.7",
        "0.3, 0.1, 0.2",
        "0.7, 0, 0.7",
        "0.7, 0.35, 0.35",
        "0.7, 0.36, 0.35",
        "0.08, 0.1, 0.04",
        "0, 0.1, 0"
    })
    void anAlertEndsAtTheCutLessTheHysteresisOrHalfOfTheCut(double high, double hysteresis, double bound) {
        assertThat(config(hysteresis).calmUpTo(high)).isEqualTo(bound);
    }

    private static ModelConfig config(double hysteresis) {
        ModelConfig shipped = ShippedPolicy.POLICY.models();
        return new ModelConfig(
                shipped.scorer(),
                Set.of("churn"),
                hysteresis,
                shipped.resolveAfterDailyEvaluations(),
                shipped.language());
    }
}
