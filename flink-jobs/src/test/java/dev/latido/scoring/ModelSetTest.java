package dev.latido.scoring;

import static dev.latido.testing.SmallModel.stump;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Prediction;
import dev.latido.feature.Feature;
import dev.latido.model.artifact.Calibration;
import dev.latido.testing.SmallModel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelSetTest {

    private static final SmallModel CHURN =
            SmallModel.probability("churn", "v1", stump("idleDays", 7, -2, 2), stump("sessions7", 2, 1, -1));

    private static final SmallModel LTV = SmallModel.amount("ltv", "v3", stump("monthlyRevenue", 100, 300, 1_500));

    private final ModelSet models = ScoringArtifacts.set(CHURN, LTV);

    @Test
    void allModelsScoreTheSameCustomer() {
        score(9);

        assertThat(models.hasScored()).isTrue();
        assertThat(models.predictions())
                .containsExactly(new Prediction("churn", "v1", 0.9526, "high"), new Prediction("ltv", "v3", 300, null));
        assertThat(models.churnProbability()).isEqualTo(0.9526);
    }

    @Test
    void aCustomerThatIsPassedHasNoScores() {
        score(9);
        models.pass();

        assertThat(models.hasScored()).isFalse();
        assertThat(models.predictions()).isEmpty();
        assertThat(models.churnProbability()).isNull();
        assertThat(models.isHigh(Set.of("churn"))).isFalse();
    }

    @Test
    void onlyProbabilitiesOfTheNamedModelsAreHigh() {
        score(9);
        assertThat(models.isHigh(Set.of("churn"))).isTrue();
        assertThat(models.isHigh(Set.of("ltv", "upsell"))).isFalse();
        assertThat(models.isHigh(Set.of())).isFalse();

        score(1);
        assertThat(models.isHigh(Set.of("churn"))).isFalse();
    }

    @Test
    void withoutAModelOfChurnThereIsNoProbability() {
        ModelSet amounts = ScoringArtifacts.set(LTV);
        amounts.score();

        assertThat(amounts.churnProbability()).isNull();
        assertThat(ModelSet.NONE.churnProbability()).isNull();
    }

    @Test
    void sumsBeyondAllNumbersAreNoPrediction() {
        SmallModel.Stump huge = stump("sessions7", 2, 3e38, 3e38);
        ModelSet broken = ScoringArtifacts.set(
                SmallModel.probability("churn", "v1", huge, huge).with(Calibration.platt(0, 0)), LTV);
        broken.score();

        assertThat(broken.churnProbability()).as("0 times infinity").isNull();
        assertThat(broken.isHigh(Set.of("churn"))).isFalse();
        assertThat(broken.predictions()).extracting(Prediction::model).containsExactly("ltv");
    }

    @Test
    void aModelIsFoundByItsName() {
        assertThat(models.model("ltv")).isSameAs(models.models().get(1));
        assertThat(models.model("upsell")).isNull();
        assertThat(models.models()).isEqualTo(List.copyOf(models.models()));
    }

    private void score(float idleDays) {
        models.features()[Feature.IDLE_DAYS.index()] = idleDays;
        models.score();
    }
}
