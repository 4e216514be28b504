package dev.latido.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latido.model.artifact.Cuts;
import dev.latido.model.evaluation.LabelledScores;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutChoiceTest {

    /** 100 rows with the scores 0.00 to 0.99, of which every second above 0.59 and every tenth above 0.19 came true. */
    private static final LabelledScores CHECKED = LabelledScores.of(
            IntStream.range(0, 100).mapToDouble(row -> row / 100.0).toArray(), positives());

    private static boolean[] positives() {
        boolean[] positives = new boolean[100];
        for (int row = 0; row < positives.length; row++) {
            positives[row] = row >= 60 ? row % 2 == 1 : row >= 20 && row % 10 == 9;
        }
        return positives;
    }

    @Test
    void asManyAsPossibleAreHighAtAPrecision() {
        Cuts cuts = CutChoice.precision(0.4).of(CHECKED).orElseThrow();

        // From 0.49 on there are 22 of 51, from 0.43 on 22 of 57; so it is those from 0.45 on, 22 of 55.
        assertThat(cuts.high()).isBetween(0.44, 0.45);
        assertThat(cuts.chosenFor())
                .isEqualTo(
                        "a precision of 0.4 above high, and half way from the base rate to it above medium, on validation");
        // The base rate is 0.24, half way is 0.32: from 0.25 on there are 24 of 75.
        assertThat(cuts.medium()).isBetween(0.24, 0.26);
    }

    @Test
    void aPrecisionThatCannotBeReachedIsAFailure() {
        assertThatExceptionOfType(TrainingException.class)
                .isThrownBy(() -> CutChoice.precision(0.9).of(CHECKED))
                .withMessage(
                        "No cut reaches a precision of 0.9 on validation; the best, 0.524, is that of the 21 rows from"
                                + " 0.790 on.");
    }

    @Test
    void aShareOfTheRowsIsHighAtACapacity() {
        Cuts cuts = CutChoice.capacity(0.05).of(CHECKED).orElseThrow();

        assertThat(cuts.high()).isBetween(0.94, 0.95);
        assertThat(cuts.medium()).isBetween(0.84, 0.85);
        assertThat(cuts.chosenFor())
                .isEqualTo("a share of 0.05 of the rows above high and 0.15 above medium, on validation");
    }

    @Test
    void rowsOfOneScoreAreNotDivided() {
        LabelledScores same = LabelledScores.of(new double[] {0.9, 0.5, 0.5, 0.5}, new boolean[4]);

        Cuts cuts = CutChoice.capacity(1 / 3.0).of(same).orElseThrow();

        assertThat(cuts.high()).isEqualTo(0.7);
        assertThat(cuts.medium()).isZero();
    }

    @Test
    void noneAreChosenUnlessAskedFor() {
        assertThat(CutChoice.NONE.of(CHECKED)).isEmpty();
    }
}
