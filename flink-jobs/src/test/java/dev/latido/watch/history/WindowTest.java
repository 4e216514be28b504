package dev.latido.watch.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latido.model.evaluation.QuantileBins;
import dev.latido.watch.tally.Counts;
import dev.latido.watch.tally.ReferenceBins;
import dev.latido.watch.tally.ReferenceVariable;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final QuantileBins TWO_RANGES = new QuantileBins(List.of(1f));

    @Test
    void theIndexIsTheOneCalculatedByHand() {
        Window window = window(Counts.of(500, 300, 200), Counts.of(300, 300, 400), 200);

        // (0.3 - 0.5) ln(0.3 / 0.5) + 0 + (0.4 - 0.2) ln(0.4 / 0.2)
        assertThat(window.psi().get(0)).isEqualTo(0.240_794_5, within(1e-7));
        assertThat(window.rows()).isEqualTo(1_000);
        assertThat(window.counts()).containsExactly(Counts.of(300, 300, 400), Counts.of(500, 300, 200));
    }

    @Test
    void rowsInTheSamePartsHaveNoDrift() {
        assertThat(window(Counts.of(500, 300, 200), Counts.of(1_000, 600, 400), 200)
                        .psi())
                .containsExactly(0.0, 0.0);
    }

    @Test
    void anEmptyBinCountsAsOneInTenThousand() {
        // 2 * (0.1 - 0.0001) ln(0.1 / 0.0001), by half in either direction
        double lost =
                window(Counts.of(900, 100, 0), Counts.of(1_000, 0, 0), 1).psi().get(0);
        double gained =
                window(Counts.of(1_000, 0, 0), Counts.of(900, 100, 0), 1).psi().get(0);

        double ofTheEmptyBin = (0.1 - 0.0001) * Math.log(0.1 / 0.0001);
        double ofTheOther = 0.1 * Math.log(1 / 0.9);
        assertThat(lost).isEqualTo(ofTheEmptyBin + ofTheOther, within(1e-12));
        assertThat(gained).isEqualTo(lost, within(1e-12));
    }

    @Test
    void ofTooFewRowsNothingIsSaid() {
        assertThat(window(Counts.of(500, 300, 200), Counts.of(0, 0, 199), 200).psi())
                .containsOnly(Double.NaN);
        assertThat(window(Counts.of(500, 300, 200), Counts.of(0, 0, 0), 1).psi())
                .containsOnly(Double.NaN);
    }

    @Test
    void withoutAReferenceNothingIsSaid() {
        assertThat(window(Counts.of(0, 0, 0), Counts.of(0, 0, 1_000), 200).psi().get(0))
                .isNaN();
    }

    /** Of one feature; the score is as in training. */
    private static Window window(Counts expected, Counts found, int leastRows) {
        Counts score = Counts.of(
                found.total() / 2, found.total() * 3 / 10, found.total() - found.total() / 2 - found.total() * 3 / 10);
        ReferenceBins reference = new ReferenceBins(
                List.of(new ReferenceVariable("feature", TWO_RANGES, expected)),
                new ReferenceVariable("score", TWO_RANGES, Counts.of(500, 300, 200)));
        long[] bins = new long[6];
        for (int bin = 0; bin < 3; bin++) {
            bins[bin] = found.at(bin);
            bins[3 + bin] = score.at(bin);
        }
        return Window.of(Counts.of(bins), reference, leastRows);
    }
}
