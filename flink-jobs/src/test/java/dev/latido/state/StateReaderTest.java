package dev.latido.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StateReaderTest {

    private static final long BASE = 1_900_000_000_000L;

    @Test
    void readsWhatWasWritten() {
        long[] numbers = {0, 1, 127, 128, 16_384, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, -1};
        StateWriter out = new StateWriter(BASE);
        for (long number : numbers) {
            out.number(number).signed(number).fixed(number).instant(number);
        }
        out.decimal(7.3).flag(true).choice(TimeUnit.HOURS);

        StateReader in = new StateReader(out.toBytes(), 0);
        in.base(BASE);
        for (long number : numbers) {
            assertThat(in.number()).isEqualTo(number);
            assertThat(in.signed()).isEqualTo(number);
            assertThat(in.fixed()).isEqualTo(number);
            assertThat(in.instant()).isEqualTo(number);
        }
        assertThat(in.decimal()).isEqualTo(7.3);
        assertThat(in.flag()).isTrue();
        assertThat(in.oneOf(TimeUnit.values())).isEqualTo(TimeUnit.HOURS);
        in.end();
    }

    @Test
    void textSurvivesWhateverItHolds() {
        String text = "evt_ü\uD83D\uDE00 lone \uD800 end\0";

        assertThat(new StateReader(new StateWriter(0).text(text).toBytes(), 0).text())
                .isEqualTo(text);
    }

    @Test
    void nearInstantsTakeFewBytes() {
        assertThat(new StateWriter(BASE).instant(BASE - 60_000).toBytes()).hasSize(3);
        assertThat(new StateWriter(BASE).instant(StateReader.NEVER).toBytes()).hasSize(1);
    }

    @Test
    void damagedBytesAreRefused() {
        byte[] short0 = new StateWriter(0).fixed(1).toBytes();

        assertThatThrownBy(() -> new StateReader(short0, 1).fixed()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new StateReader(short0, 0).end()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new StateReader(new byte[] {127, 1}, 0).count())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new StateReader(new byte[] {9}, 0).oneOf(TimeUnit.values()))
                .isInstanceOf(IllegalStateException.class);
    }
}
