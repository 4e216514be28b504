package dev.latido.watch.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.model.evaluation.QuantileBins;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.testing.WatchedArtifacts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceBinsTest {

    @Test
    void aRowIsCountedInOneBinOfEachVariable() {
        ReferenceBins reference = WatchedArtifacts.evenly("a", "b");
        long[] counts = new long[reference.size()];
        reference.count(new float[] {0.05f, Float.NaN}, 0.95, counts);

        assertThat(reference.size()).isEqualTo(33);
        assertThat(counts[0]).isOne();
        assertThat(counts[11 + 10]).isOne();
        assertThat(counts[22 + 9]).isOne();
        assertThat(Counts.of(counts).total()).isEqualTo(3);
    }

    @Test
    void withoutAReferenceOnlyTheScoreIsCounted() {
        ReferenceBins unknown = ReferenceBins.unknownProbability();
        long[] counts = new long[unknown.size()];
        unknown.count(new float[] {1, 2, 3}, 0.42, counts);

        assertThat(unknown.size()).isEqualTo(21);
        assertThat(counts[8]).isOne();
        assertThat(unknown.score().isKnown()).isFalse();
    }

    @Test
    void aReferenceSurvivesItsBytes() {
        ReferenceBins reference = new ReferenceBins(
                List.of(
                        new ReferenceVariable(
                                "a", new QuantileBins(List.of(-1.5f, 0f, 3e9f)), Counts.of(1, 2, 3, 4, 0)),
                        new ReferenceVariable("constant", new QuantileBins(List.of()), Counts.of(7, 1))),
                WatchedArtifacts.even("score"));
        StateWriter out = new StateWriter(0);
        reference.write(out);
        StateReader in = new StateReader(out.toBytes(), 0);

        assertThat(ReferenceBins.read(in)).isEqualTo(reference);
        in.end();
    }

    @Test
    void aReferenceIsBounded() {
        String[] names = IntStream.range(0, 455).mapToObj(i -> "f" + i).toArray(String[]::new);

        assertThatThrownBy(() -> WatchedArtifacts.evenly(names)).hasMessage("a reference has at most 5000 bins");
    }

    @Test
    void aVariableHasRowsForEachBin() {
        assertThatThrownBy(() -> new ReferenceVariable("a", new QuantileBins(List.of(1f)), Counts.of(1, 2)))
                .hasMessage("a has 3 bins, but rows for 2");
    }
}
