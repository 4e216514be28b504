package dev.latido.watch.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.testing.WatchedArtifacts;
import org.junit.jupiter.api.Test;

class ScoreScaleTest {

    private static final ScoreScale PROBABILITY = ScoreScale.PROBABILITY;

    @Test
    void probabilitiesFallIntoBinsOfAQuarterOfTheLogOdds() {
        assertThat(PROBABILITY.size()).isEqualTo(50);
        assertThat(PROBABILITY.bin(0.5)).isEqualTo(24);
        assertThat(PROBABILITY.bin(Math.nextUp(0.5))).isEqualTo(25);
        assertThat(PROBABILITY.bin(sigmoid(0.3))).isEqualTo(26);
        assertThat(PROBABILITY.bin(sigmoid(-5.9))).isEqualTo(1);
    }

    @Test
    void everyNumberHasABin() {
        assertThat(PROBABILITY.bin(0)).isZero();
        assertThat(PROBABILITY.bin(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(PROBABILITY.bin(1)).isEqualTo(49);
        assertThat(PROBABILITY.bin(Double.POSITIVE_INFINITY)).isEqualTo(49);
        assertThat(PROBABILITY.bin(Double.NaN)).isEqualTo(49);
    }

    @Test
    void binsRiseWithTheScore() {
        int last = 0;
        for (double score = 0; score <= 1; score += 1e-4) {
            assertThat(PROBABILITY.bin(score)).isBetween(last, last + 1);
            last = PROBABILITY.bin(score);
        }
        assertThat(last).isEqualTo(49);
    }

    @Test
    void amountsFallIntoTheRangesOfTheReference() {
        ScoreScale amounts = ScoreScale.of(WatchedArtifacts.even("score").bins());

        assertThat(amounts.size()).isEqualTo(10);
        assertThat(amounts.bin(0.1f)).isZero();
        assertThat(amounts.bin(0.15)).isEqualTo(1);
        assertThat(amounts.bin(7_000)).isEqualTo(9);
    }

    @Test
    void amountsWithoutAReferenceFallIntoHalfPowersOfTen() {
        ScoreScale amounts = ScoreScale.of(ReferenceBins.unknownAmount().score().bins());

        assertThat(amounts.size()).isEqualTo(20);
        assertThat(amounts.bin(-3)).isZero();
        assertThat(amounts.bin(1)).isEqualTo(1);
        assertThat(amounts.bin(100)).isEqualTo(5);
        assertThat(amounts.bin(101)).isEqualTo(6);
        assertThat(amounts.bin(1e12)).isEqualTo(19);
    }

    private static double sigmoid(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
