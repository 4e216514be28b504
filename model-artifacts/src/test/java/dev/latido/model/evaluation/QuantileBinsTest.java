package dev.latido.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantileBinsTest {

    @Test
    void rangesHoldEquallyManyValues() {
        float[] values = {8, 1, 2, 3, 4, 5, 6, 7};

        QuantileBins bins = QuantileBins.of(values, 4);

        assertThat(bins.edges()).containsExactly(2f, 4f, 6f);
        assertThat(bins.counts(values)).containsExactly(2, 2, 2, 2, 0);
    }

    @Test
    void aValueOnAnEdgeIsInTheRangeThatEndsThere() {
        QuantileBins bins = new QuantileBins(List.of(0f, 1f));

        assertThat(bins.bin(-1)).isZero();
        assertThat(bins.bin(0)).isZero();
        assertThat(bins.bin(0.5f)).isEqualTo(1);
        assertThat(bins.bin(1)).isEqualTo(1);
        assertThat(bins.bin(Float.POSITIVE_INFINITY)).isEqualTo(2);
        assertThat(bins.bin(Float.NaN)).isEqualTo(3);
    }

    @Test
    void fewDifferentValuesHaveARangeEach() {
        float[] values = {0, 0, 0, 0, 0, 0, 0, 1, 1, 2, Float.NaN};

        QuantileBins bins = QuantileBins.of(values, 10);

        assertThat(bins.edges()).containsExactly(0f, 1f);
        assertThat(bins.counts(values)).containsExactly(7, 2, 1, 1);
    }

    @Test
    void valuesThatAreAllTheSameOrMissingHaveNoEdges() {
        assertThat(QuantileBins.of(new float[] {3, 3, 3}, 10).edges()).isEmpty();
        assertThat(QuantileBins.of(new float[] {Float.NaN}, 10).counts(new float[] {Float.NaN, 1}))
                .containsExactly(1, 1);
    }

    @Test
    void tenRangesOfManyValuesHoldATenthEach() {
        SplittableRandom random = new SplittableRandom(7);
        float[] values = new float[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }

        assertThat(QuantileBins.of(values, 10).counts(values))
                .contains(1000L)
                .hasSize(11)
                .endsWith(0L);
    }

    @Test
    void edgesThatDoNotAscendAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QuantileBins(List.of(1f, 1f)));
        assertThatIllegalArgumentException().isThrownBy(() -> new QuantileBins(List.of(Float.NaN)));
    }
}
