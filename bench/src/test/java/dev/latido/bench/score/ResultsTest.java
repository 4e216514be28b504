package dev.latido.bench.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ResultsTest {

    private final Results results = new Results(new float[][] {{1, 2}, {0.5f, 4}});

    @Test
    void equalResultsAreEqualToTheLastBit() throws Exception {
        assertThat(results.compare(new Results(new float[][] {{1, 2}, {0.5f, 4}}), 0))
                .isEqualTo("2 of 2 rows equal to the last bit, largest difference 0.0e+00");
    }

    @Test
    void oneBitIsTooMuchWhereAllMustBeEqual() throws Exception {
        Results other = new Results(new float[][] {{1, 2}, {0.5f, Math.nextUp(4f)}});

        assertThatThrownBy(() -> results.compare(other, 0)).hasMessageContaining("only 1 of 2 rows are equal");
        assertThat(results.compare(other, 1e-6)).startsWith("1 of 2 rows equal");
    }

    @Test
    void whatIsNoNumberIsBeyondEveryBound() throws Exception {
        Results other = new Results(new float[][] {{1, 2}, {Float.NaN, 4}});

        assertThatThrownBy(() -> results.compare(other, 1e9)).isInstanceOf(DifferentResultsException.class);
    }

    @Test
    void checksumIsThatOfTheFirstNumberOfEachRow() throws Exception {
        assertThat(new Results(new float[][] {{1, 3}, {0.5f, 4}}).checksum()).isEqualTo(results.checksum());
        assertThat(new Results(new float[][] {{Math.nextUp(1f), 2}, {0.5f, 4}}).checksum())
                .isNotEqualTo(results.checksum());
    }
}
