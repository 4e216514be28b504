package dev.latido.watch.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latido.model.evaluation.RankCorrelation;
import dev.latido.testing.WatchedArtifacts;
import dev.latido.watch.tally.ArtifactId;
import dev.latido.watch.tally.Counts;
import dev.latido.watch.tally.ModelTallies;
import dev.latido.watch.tally.ModelTally;
import dev.latido.watch.tally.ScoreTally;
import dev.latido.watch.tally.ShadowTally;
import dev.latido.watch.tally.WatchedArtifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementTest {

    private static final ArtifactId SHADOW = WatchedArtifacts.id("churn", "2");

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.6, 0, 0.3, 0.8, 0.95, 1})
    void theRankCorrelationIsThatOfAllScoresButForTheBins(double correlation) {
        Random random = new Random(11);
        double[] active = new double[4_000];
        double[] shadow = new double[active.length];
        for (int row = 0; row < active.length; row++) {
            double common = random.nextGaussian();
            double own = random.nextGaussian();
            active[row] = sigmoid(1.5 * common - 3);
            shadow[row] = sigmoid(1.2 * (correlation * common + Math.sqrt(1 - correlation * correlation) * own) - 2);
        }

        assertThat(Agreement.of(tally(active, shadow)).rankCorrelation())
                .isEqualTo(RankCorrelation.of(active, shadow).orElseThrow(), within(0.01));
    }

    @Test
    void theRankCorrelationIsTheOneCalculatedByHand() {
        // ranks 1.5 1.5 3.5 3.5 against 1.5 3.5 1.5 3.5
        assertThat(Agreement.of(joint(2, 1, 1, 1, 1)).rankCorrelation()).isZero();
        // ranks 2 2 2 4 against 2 2 4 2, less their mean: (0.25 + 0.25 - 0.75 - 0.75) / (3 * 0.25 + 2.25)
        assertThat(Agreement.of(joint(2, 2, 1, 1, 0)).rankCorrelation()).isEqualTo(-1.0 / 3, within(1e-12));
        assertThat(Agreement.of(joint(2, 3, 0, 0, 5)).rankCorrelation()).isEqualTo(1, within(1e-12));
        assertThat(Agreement.of(joint(2, 0, 3, 5, 0)).rankCorrelation()).isEqualTo(-1, within(1e-12));
    }

    @Test
    void scoresThatAreAllAlikeHaveNoRankCorrelation() {
        assertThat(Agreement.of(joint(2, 3, 5, 0, 0)).rankCorrelation()).isNaN();
    }

    @Test
    void sharesAreOfAllRows() {
        Agreement agreement = Agreement.of(new ShadowTally(SHADOW, true, Counts.of(10, 10, 10, 10), 30, 6, 2));

        assertThat(agreement.rows()).isEqualTo(40);
        assertThat(agreement.agreement()).isEqualTo(0.75);
        assertThat(agreement.crossing()).isEqualTo(0.2);
        assertThat(agreement.raised()).isEqualTo(0.15);
    }

    @Test
    void amountsHaveNoShares() {
        Agreement agreement = Agreement.of(new ShadowTally(SHADOW, false, Counts.of(10, 10, 10, 10), 0, 0, 0));

        assertThat(agreement.agreement()).isNaN();
        assertThat(agreement.crossing()).isNaN();
        assertThat(agreement.psi()).isZero();
    }

    @Test
    void theIndexIsOverGroupsOfATenthOfTheActiveScores() {
        // one line for each active bin, one column for each in the shadow
        Agreement agreement = Agreement.of(joint(
                4, //
                5, 0, 0, 0, //
                0, 45, 0, 0, //
                0, 20, 25, 0, //
                0, 0, 0, 5));

        // the active 5, 45, 45, 5 make groups of 5 + 45, 45 and 5; in these the shadow has 5 + 65, 25 and 5
        double byHand = (0.70 - 0.50) * Math.log(0.70 / 0.50) + (0.25 - 0.45) * Math.log(0.25 / 0.45);
        assertThat(agreement.psi()).isEqualTo(byHand, within(1e-12));
    }

    @Test
    void twoModelsThatSpreadTheirScoresAlikeHaveNoDrift() {
        Random random = new Random(3);
        double[] active = random.doubles(400).toArray();
        double[] shadow = random.doubles(400).toArray();

        // fifty bins of eight rows each would show more than 0.2
        assertThat(Agreement.of(tally(active, shadow)).psi()).isLessThan(0.1);
    }

    private static ShadowTally joint(int bins, long... cells) {
        assertThat(cells).hasSize(bins * bins);
        return new ShadowTally(SHADOW, true, Counts.of(cells), 0, 0, 0);
    }

    private static ShadowTally tally(double[] active, double[] shadow) {
        WatchedArtifact one = WatchedArtifacts.churn("1");
        WatchedArtifact other = WatchedArtifacts.churn("2");
        List<ModelTally> out = new ArrayList<>();
        ModelTallies tallies = new ModelTallies(out::add);
        for (int row = 0; row < active.length; row++) {
            tallies.count(one, new float[2], active[row], other, shadow[row], 0);
        }
        tallies.flush();
        return requireNonNull(((ScoreTally) out.get(0)).shadow());
    }

    private static double sigmoid(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
