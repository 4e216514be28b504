package dev.latido.watch.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latido.model.evaluation.CalibrationCurve;
import dev.latido.model.evaluation.LabelledScores;
import dev.latido.model.evaluation.RocCurve;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.testing.WatchedArtifacts;
import dev.latido.watch.tally.ArtifactId;
import dev.latido.watch.tally.LabelTally;
import dev.latido.watch.tally.WatchedArtifact.AwaitedOutcome;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QualityHistoryTest {

    private static final AwaitedOutcome OUTCOME = new AwaitedOutcome("voluntary", 30);
    private static final ArtifactId CHURN = shortened("1");

    private QualityHistory history = new QualityHistory();

    @Test
    void theAreaUnderTheCurveIsThatOfAllScoresButForTheBins() {
        Random random = new Random(5);
        double[] scores = new double[5_000];
        boolean[] came = new boolean[scores.length];
        for (int row = 0; row < scores.length; row++) {
            double logOdds = random.nextGaussian() * 1.5 - 2.5;
            scores[row] = 1 / (1 + Math.exp(-logOdds));
            came[row] = random.nextDouble() < scores[row];
            add(CHURN, 10, scores[row], came[row]);
        }
        LabelledScores exact = LabelledScores.of(scores, came);
        Quality quality = history.qualities(11, 200).get(0);

        assertThat(quality.rows()).isEqualTo(5_000);
        assertThat(quality.auc())
                .isEqualTo(RocCurve.of(exact).area().orElseThrow(), within(0.005))
                .isBetween(0.75, 0.9);
        assertThat(quality.calibrationError())
                .isEqualTo(CalibrationCurve.of(exact, 10).expectedError(), within(0.01))
                .isLessThan(0.02);
        assertThat(quality.calibration().bins()).hasSizeBetween(8, 10);
    }

    @Test
    void figuresAreThoseCalculatedByHand() {
        // low bin: 1 of 4 came true, each said 0.1; high bin: 3 of 4, each said 0.9
        for (int row = 0; row < 4; row++) {
            add(CHURN, 10, 0.1, row == 0);
            add(CHURN, 10, 0.9, row != 0);
        }
        Quality quality = history.qualities(11, 1).get(0);

        // of 16 pairs 9 are won, 1 is lost, 6 are even
        assertThat(quality.auc()).isEqualTo((9 + 3) / 16.0);
        assertThat(quality.positives()).isEqualTo(4);
        assertThat(quality.calibration().bins())
                .containsExactly(new CalibrationCurve.Bin(4, 0.1, 0.25), new CalibrationCurve.Bin(4, 0.9, 0.75));
        assertThat(quality.calibrationError()).isEqualTo(0.15, within(1e-12));
    }

    @Test
    void whatCameTrueBeforeItsDayWaitsForThoseThatDidNot() {
        add(CHURN, 40, 0.8, true);
        assertThat(history.qualities(40, 1)).isEmpty();

        add(CHURN, 40, 0.2, false);
        assertThat(history.qualities(41, 1)).extracting(Quality::rows).containsExactly(2L);
    }

    @Test
    void ninetyDaysCount() {
        add(CHURN, 10, 0.8, true);
        add(CHURN, 50, 0.2, false);
        history.forget(100);
        assertThat(history.qualities(100, 1)).extracting(Quality::rows).containsExactly(2L);

        history.forget(101);
        assertThat(history.qualities(101, 1)).extracting(Quality::rows).containsExactly(1L);

        history.forget(141);
        assertThat(history.firstDay()).isEmpty();
    }

    @Test
    void ofTooFewRowsOrOneSortOnlyTheNumberIsSaid() {
        add(CHURN, 10, 0.8, true);
        add(CHURN, 10, 0.8, true);
        Quality few = history.qualities(11, 3).get(0);
        Quality allCame = history.qualities(11, 2).get(0);

        assertThat(few.rows()).isEqualTo(2);
        assertThat(few.auc()).isNaN();
        assertThat(few.calibrationError()).isNaN();
        assertThat(few.calibration().bins()).isEmpty();
        assertThat(allCame.auc()).isNaN();
        assertThat(allCame.calibrationError()).isEqualTo(0.2, within(1e-12));
    }

    @Test
    void theArtifactWithTheLatestScoresComesLast() {
        add(shortened("9"), 10, 0.8, true);
        add(shortened("5"), 12, 0.8, true);
        add(shortened("7"), 11, 0.8, true);

        assertThat(history.qualities(13, 1))
                .extracting(quality -> quality.artifact().version())
                .containsExactly("9", "7", "5");
        assertThat(history.qualities(12, 1))
                .extracting(quality -> quality.artifact().version())
                .containsExactly("9", "7");
    }

    @Test
    void artifactsTooManyAreForgottenFromTheOldestOn() {
        for (int i = 0; i <= QualityHistory.MOST_ARTIFACTS; i++) {
            add(shortened("v" + i), 10 + i, 0.8, true);
        }

        assertThat(history.qualities(80, 1))
                .hasSize(QualityHistory.MOST_ARTIFACTS)
                .noneMatch(quality -> quality.artifact().version().equals("v0"));
    }

    @Test
    void aHistorySurvivesItsBytes() {
        add(CHURN, -10, 0.8, true);
        add(CHURN, 12, 0, false);
        add(shortened("2"), 12, 1, false);
        QualityHistory before = history;
        StateWriter out = new StateWriter(0);
        history.write(out);
        StateReader in = new StateReader(out.toBytes(), 0);
        history = QualityHistory.read(in);
        in.end();

        assertThat(history.qualities(13, 1)).isEqualTo(before.qualities(13, 1)).hasSize(2);
        assertThat(history.firstDay()).hasValue(-10);
    }

    private void add(ArtifactId artifact, long dueDay, double score, boolean came) {
        history.add(new LabelTally(artifact, OUTCOME, dueDay, Math.round(score * 1e6), came));
    }

    private static ArtifactId shortened(String version) {
        ArtifactId id = WatchedArtifacts.id("churn", version);
        return new ArtifactId(id.model(), id.version(), id.sha256().substring(0, 16));
    }
}
