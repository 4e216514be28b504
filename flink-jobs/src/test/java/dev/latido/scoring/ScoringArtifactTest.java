package dev.latido.scoring;

import static dev.latido.testing.SmallModel.stump;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latido.event.Alert;
import dev.latido.event.Prediction;
import dev.latido.feature.Feature;
import dev.latido.feature.Language;
import dev.latido.model.artifact.Calibration;
import dev.latido.model.artifact.Cuts;
import dev.latido.testing.SmallModel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoringArtifactTest {

    /** The features of the model stand in another order than those of the job. */
    private static final SmallModel CHURN = SmallModel.probability(
            "churn",
            "v1",
            stump("tickets30", 3, -0.5, 1),
            stump("idleDays", 7, -1, 2),
            stump("satisfaction", 5, 0.25, -0.25));

    private final float[] values = new float[Feature.ALL.size()];

    @Test
    void aModelReadsItsOwnFeatures() {
        Arrays.fill(values, 1_000);
        set(Feature.TICKETS_30, 4);
        set(Feature.IDLE_DAYS, 6.9f);
        set(Feature.SATISFACTION, Float.NaN);
        ScoringArtifact artifact = scored(CHURN);

        assertThat(artifact.row()).containsExactly(4, 6.9f, Float.NaN);
        assertThat(artifact.output()).isEqualTo((float) sigmoid(1 - 1 + 0.25), within(1e-6f));
        assertThat(artifact.prediction("churn")).isEqualTo(new Prediction("churn", "v1", 0.5622, "medium"));
    }

    @Test
    void aLevelFollowsTheCutsOfTheArtifactByTheNumberThatIsPublished() {
        set(Feature.IDLE_DAYS, 9);
        double published = Prediction.published((float) sigmoid(-0.5 + 2 + 0.25));

        assertThat(level(new Cuts(published, 0.4, null))).isEqualTo("medium");
        assertThat(level(new Cuts(published - 0.0001, 0.4, null))).isEqualTo("high");
        assertThat(level(new Cuts(0.99, published, null))).isEqualTo("low");
        assertThat(scored(CHURN).prediction("churn").level()).as("0.8520 > 0.7").isEqualTo("high");
    }

    private @Nullable String level(Cuts cuts) {
        return scored(CHURN.with(cuts)).prediction("churn").level();
    }

    @Test
    void calibrationChangesTheProbabilityAndNotTheMargin() {
        set(Feature.IDLE_DAYS, 9);

        Alert.ExplainedPrediction explained =
                scored(CHURN.with(Calibration.platt(0.5, -1))).explained("churn", Effect.RISK, Language.ENGLISH);

        assertThat(explained.margin()).isEqualTo(1.75);
        assertThat(explained.probability()).isEqualTo(0.4688, within(1e-9)); // sigmoid(0.5 * 1.75 - 1)
        assertThat(explained.factors()).extracting(Alert.Factor::contribution).containsExactly(1.5, -0.75, 0.25);
    }

    @Test
    void theStrongestFactorsComeFirst() {
        set(Feature.IDLE_DAYS, 9.5f);
        set(Feature.TICKETS_30, 1);
        set(Feature.SATISFACTION, Float.NaN);

        // Half of the rows went each way, so that a split adds half the distance of its leaves, up or down.
        assertThat(scored(CHURN).factors(Effect.RISK, Language.ENGLISH))
                .containsExactly(
                        new Alert.Factor("idleDays", 9.5, 1.5, "no session for 9 days: raises risk"),
                        new Alert.Factor("tickets30", 1.0, -0.75, "1 ticket opened in 30 days: lowers risk"),
                        new Alert.Factor(
                                "satisfaction", null, 0.25, "no answer about satisfaction in 90 days: raises risk"));
        assertThat(scored(CHURN).factors(Effect.RISK, Language.SPANISH))
                .extracting(Alert.Factor::text)
                .first()
                .isEqualTo("sin sesiones desde hace 9 días: aumenta el riesgo");
    }

    @Test
    void directionFollowsTheProbabilityWhereCalibrationTurnsItRound() {
        set(Feature.IDLE_DAYS, 9.5f);

        assertThat(scored(CHURN.with(Calibration.platt(-1, 0))).factors(Effect.RISK, Language.ENGLISH))
                .extracting(Alert.Factor::text)
                .first()
                .isEqualTo("no session for 9 days: lowers risk");
    }

    @Test
    void atMostFiveFactorsAreTold() {
        SmallModel.Stump[] stumps = Feature.ALL.stream()
                .limit(8)
                .map(feature -> stump(feature.text(), 1, -feature.index(), feature.index()))
                .toArray(SmallModel.Stump[]::new);

        assertThat(scored(SmallModel.probability("churn", "v1", stumps)).factors(Effect.RISK, Language.ENGLISH))
                .extracting(Alert.Factor::contribution)
                .containsExactly(-7.0, -6.0, -5.0, -4.0, -3.0);
    }

    @Test
    void anAmountHasNoLevelAndItsFactorsRaiseValue() {
        set(Feature.MONTHLY_REVENUE, 120);
        ScoringArtifact ltv = scored(SmallModel.amount("ltv", "v1", stump("monthlyRevenue", 100, 300, 1_440.5)));

        assertThat(ltv.prediction("ltv")).isEqualTo(new Prediction("ltv", "v1", 1440.5, null));
        assertThat(ltv.factors(Effect.VALUE, Language.ENGLISH))
                .extracting(Alert.Factor::text)
                .containsExactly("pays 120 a month: raises value");
    }

    private void set(Feature feature, float value) {
        values[feature.index()] = value;
    }

    private ScoringArtifact scored(SmallModel model) {
        ScoringArtifact artifact = ScoringArtifacts.of(model);
        artifact.score(values);
        return artifact;
    }

    private static double sigmoid(double margin) {
        return 1 / (1 + Math.exp(-margin));
    }
}
