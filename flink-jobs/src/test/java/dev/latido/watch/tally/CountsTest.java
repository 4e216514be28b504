package dev.latido.watch.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void countsAddUpBinByBin() {
        Counts sum = Counts.of(1, 0, 5).plus(Counts.of(2, 3, 0));

        assertThat(sum).isEqualTo(Counts.of(3, 3, 5));
        assertThat(sum.total()).isEqualTo(11);
        assertThat(sum.part(1, 3)).isEqualTo(Counts.of(3, 5));
    }

    @Test
    void otherBinsCannotBeAdded() {
        Counts two = Counts.of(1, 2);

        assertThatThrownBy(() -> two.plus(Counts.of(1, 2, 3))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theArrayTheyWereMadeOfMayChange() {
        long[] array = {1, 2};
        Counts counts = Counts.of(array);
        array[0] = 9;
        counts.toArray()[1] = 9;

        assertThat(counts).isEqualTo(Counts.of(1, 2));
    }

    @Test
    void allCountsSurviveTheirBytes() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 200; run++) {
            int sparsity = 1 + random.nextInt(5);
            Counts counts = Counts.of(random.longs(random.nextInt(60), 0, Long.MAX_VALUE)
                    .map(count -> count % sparsity == 0 ? count >>> random.nextInt(64) : 0)
                    .toArray());

            assertThat(read(bytes(counts), 60)).isEqualTo(counts);
        }
    }

    @Test
    void binsWithoutRowsTakeNoRoom() {
        long[] joint = new long[2_500];
        joint[17] = 3;

        assertThat(bytes(Counts.of(joint))).hasSizeLessThan(8);
    }

    @Test
    void damagedBytesAreRefused() {
        byte[] bytes = bytes(Counts.of(0, 0, 4));
        StateWriter beyond = new StateWriter(0);
        beyond.number(3).number(1).number(3).number(1);
        StateWriter back = new StateWriter(0);
        back.number(3).number(1).number(-1).number(1);

        assertThatThrownBy(() -> read(bytes, 2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> read(beyond.toBytes(), 3)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> read(back.toBytes(), 3)).isInstanceOf(IllegalStateException.class);
    }

    private static byte[] bytes(Counts counts) {
        StateWriter out = new StateWriter(0);
        counts.write(out);
        return out.toBytes();
    }

    private static Counts read(byte[] bytes, int most) {
        StateReader in = new StateReader(bytes, 0);
        Counts read = Counts.read(in, most);
        in.end();
        return read;
    }
}
