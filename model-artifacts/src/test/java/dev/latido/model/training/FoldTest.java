package dev.latido.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldTest {

    @Test
    void aFoldIsTheRemainderOfTheNamesChecksum() {
        // CRC-32 of "123456789" is 0xCBF43926.
        assertThat(Fold.of("123456789")).isEqualTo((int) (0xCBF43926L % 5));
    }

    @Test
    void aHeldOutFoldIsAboutAFifth() {
        TrainingRows rows = Samples.weekly(2_000, 1, 1);

        Parts parts = SubjectFolds.heldOut(rows);

        assertThat(parts.test().length).isBetween(340, 460);
        assertThat(parts.trials()).hasSize(4);
        assertThat(IntStream.of(parts.test()).mapToObj(row -> rows.row(row).subject()))
                .allMatch(subject -> Fold.of(subject) == 0);
    }
}
