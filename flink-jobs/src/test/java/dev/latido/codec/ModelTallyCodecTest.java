package dev.latido.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.testing.WatchedArtifacts;
import dev.latido.watch.tally.Counts;
import dev.latido.watch.tally.LabelTally;
import dev.latido.watch.tally.ModelTally;
import dev.latido.watch.tally.ScoreTally;
import dev.latido.watch.tally.ShadowTally;
import dev.latido.watch.tally.WatchedArtifact.AwaitedOutcome;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class ModelTallyCodecTest {

    private static final List<ModelTally> TALLIES = List.of(
            new ScoreTally(
                    WatchedArtifacts.id("churn", "1"),
                    525_000,
                    -1,
                    Long.MAX_VALUE,
                    Counts.of(0, 3, 0, 0, 1L << 40),
                    WatchedArtifacts.evenly("a", "b"),
                    new ShadowTally(WatchedArtifacts.id("churn", "ü"), true, Counts.of(0, 4, 0, 1), 3, 2, 1)),
            new ScoreTally(WatchedArtifacts.id("ltv", "1"), -1, 0, 0, Counts.of(1), null, null),
            new LabelTally(WatchedArtifacts.id("churn", "1"), new AwaitedOutcome("voluntary", 400), -1, 999_999, true),
            new LabelTally(WatchedArtifacts.id("churn", "1"), new AwaitedOutcome("upgrade", 1), 21_000, 0, false));

    @Test
    void everyTallySurvives() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        for (ModelTally tally : TALLIES) {
            ModelTallyCodec.INSTANCE.write(tally, out);
        }
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());

        for (ModelTally tally : TALLIES) {
            assertThat(ModelTallyCodec.INSTANCE.read(in)).isEqualTo(tally);
        }
        assertThat(in.available()).isZero();
    }

    @Test
    void anUnknownFormIsRefused() {
        assertThatThrownBy(() -> ModelTallyCodec.INSTANCE.read(new DataInputDeserializer(new byte[] {1, 9})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("unknown form 9 of a tally");
    }
}
