package dev.latido.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTest {

    private static final HealthScore UNSCORED = new HealthScore(
            1,
            "t",
            "c",
            Instant.EPOCH,
            41.4,
            "at_risk",
            null,
            "none",
            new HealthComponents(1, 2, 3, 4, 5),
            List.of("low-logins"));

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "1, 1.0",
        "0.70006, 0.7001",
        "0.70004, 0.7",
        "0.00004, 0.0",
        "-0.00004, 0.0",
        "-12.34567, -12.3457",
        "16777216, 1.6777216E7",
        "1234.5678, 1234.5677",
        "3.4028235E38, 3.4028234663852886E38",
        "Infinity, 3.4028234663852886E38",
        "-Infinity, -3.4028234663852886E38",
        "NaN, NaN"
    })
    void anOutputIsPublishedWithFourDecimals(float output, String published) {
        assertThat(Double.toString(Prediction.published(output))).isEqualTo(published);
    }

    @Test
    void healthCarriesTheChurnModelsPredictionByItself() {
        List<Prediction> said = List.of(
                new Prediction("churn", "v2", 0.8213, "high"),
                new Prediction("ltv", "v1", 1200, null),
                new Prediction("upsell", "v1", 0.1, "low"));

        HealthScore score = UNSCORED.with(said);

        assertThat(score.churnProbability()).isEqualTo(0.8213);
        assertThat(score.riskLevel()).isEqualTo("high");
        assertThat(score.modelVersion()).isEqualTo("v2");
        assertThat(score.predictions()).isEqualTo(said);
        assertThat(score.with(List.of())).isEqualTo(UNSCORED);
    }

    @Test
    void healthHasNoChurnProbabilityWithoutAChurnModelOfProbabilities() {
        assertThat(UNSCORED.with(List.of(new Prediction("ltv", "v1", 1200, null))))
                .returns(null, HealthScore::churnProbability)
                .returns(null, HealthScore::riskLevel)
                .returns(null, HealthScore::modelVersion);
        assertThat(UNSCORED.with(List.of(new Prediction("churn", "v1", 3, null))))
                .returns(null, HealthScore::churnProbability)
                .returns(null, HealthScore::riskLevel)
                .returns("v1", HealthScore::modelVersion);
    }
}
