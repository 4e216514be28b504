package dev.latido.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import org.junit.jupiter.api.Test;

class LatestFlagsTest {

    private static final int MOST = 3;

    private final LatestFlags flags = new LatestFlags();

    @Test
    void theLatestEventAboutAThingDecidesAndOfTwoAtOnceTheSecond() {
        flags.heard(1, true, 100, MOST);
        flags.heard(1, false, 99, MOST);
        assertThat(flags.holds(1)).isTrue();

        flags.heard(1, false, 100, MOST);
        assertThat(flags.holds(1)).isFalse();
        assertThat(flags.any()).isFalse();
        assertThat(flags.isEmpty()).isFalse();
    }

    @Test
    void ofTooManyTheOneHeardOfLongestAgoGoes() {
        flags.heard(1, true, 30, MOST);
        flags.heard(2, true, 10, MOST);
        flags.heard(3, true, 20, MOST);
        flags.heard(4, false, 40, MOST);

        assertThat(flags.holds(2)).isFalse();
        assertThat(flags.countSince(20)).isEqualTo(2);
        assertThat(flags.countSince(21)).isEqualTo(1);
        assertThat(flags.any(thing -> thing == 3)).isTrue();
        assertThat(flags.any(thing -> thing == 4)).isFalse();
    }

    @Test
    void whatWasHeardOfBeforeAnInstantOnlyIsForgotten() {
        flags.heard(1, true, 30, MOST);
        flags.heard(2, true, 10, MOST);

        flags.forgetBefore(30);

        assertThat(flags.holds(1)).isTrue();
        assertThat(flags.holds(2)).isFalse();
    }

    @Test
    void itSurvivesInState() {
        flags.heard(1, true, 30, MOST);
        flags.heard(2, false, 10, MOST);
        StateWriter out = new StateWriter(25);
        flags.write(out);
        StateReader in = new StateReader(out.toBytes(), 0);
        in.base(25);

        LatestFlags read = LatestFlags.read(in);

        in.end();
        assertThat(read.holds(1)).isTrue();
        assertThat(read.holds(2)).isFalse();
        assertThat(read.countSince(30)).isEqualTo(1);
    }
}
