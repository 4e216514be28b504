package dev.latido.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latido.model.evaluation.LabelledScores.Tie;
import org.junit.jupiter.api.Test;

class LabelledScoresTest {

    @Test
    void equalScoresAreOneTieAndTheHighestComesFirst() {
        LabelledScores scores = LabelledScores.of(
                new double[] {0.2, 0.9, 0.2, 0.5, 0.2}, new boolean[] {true, true, false, false, false});

        assertThat(scores.ties()).containsExactly(new Tie(0.9, 1, 1), new Tie(0.5, 1, 0), new Tie(0.2, 3, 1));
        assertThat(scores.rows()).isEqualTo(5);
        assertThat(scores.positives()).isEqualTo(2);
        assertThat(scores.negatives()).isEqualTo(3);
        assertThat(scores.baseRate()).isEqualTo(0.4);
    }

    @Test
    void zeroAndNegativeZeroAreOneScore() {
        LabelledScores scores = LabelledScores.of(new double[] {0.0, -0.0}, new boolean[] {true, false});

        assertThat(scores.ties()).containsExactly(new Tie(0, 2, 1));
    }

    @Test
    void scoresThatCannotBeOrderedAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledScores.of(new double[] {0.1, Double.NaN}, new boolean[2]))
                .withMessage("the score of row 1 is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledScores.of(new double[] {0.1}, new boolean[2]))
                .withMessage("1 scores, but 2 labels");
    }
}
