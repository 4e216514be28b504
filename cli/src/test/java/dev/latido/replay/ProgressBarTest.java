package dev.latido.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(drawn, true, UTF_8);

    private long now = 17;

    @Test
    void lineTellsShareSpeedAndWhatIsLeft() {
        ProgressBar bar = new ProgressBar(terminal, 4_000_000_000L, () -> now);

        pass(Duration.ofSeconds(10));
        bar.update(1_000_000_000, 1_234_560);

        assertThat(drawn.toString(UTF_8))
                .isEqualTo("\r[====            ]  25 %  1.00 GB of 4.00 GB  123,456 events/s  0:30 left\u001b[K");
    }

    @Test
    void lineIsDrawnFiveTimesASecondAtMost() {
        ProgressBar bar = new ProgressBar(terminal, 1_000, () -> now);

        for (int i = 0; i < 1_000; i++) {
            bar.update(i, i);
            pass(Duration.ofMillis(1));
        }

        assertThat(drawn.toString(UTF_8).chars().filter(c -> c == '\r')).hasSize(5);
    }

    @Test
    void lastLineIsCompleteAndStays() {
        ProgressBar bar = new ProgressBar(terminal, 2_000_000, () -> now);

        pass(Duration.ofSeconds(61));
        bar.update(1_000_000, 1);
        bar.update(2_000_000, 61_000);
        bar.close();

        assertThat(drawn.toString(UTF_8))
                .endsWith("\r[================] 100 %  2.0 MB of 2.0 MB  1,000 events/s  1:01 in all\u001b[K"
                        + System.lineSeparator());
    }

    @Test
    void emptyInputIsDoneAtOnce() {
        new ProgressBar(terminal, 0, () -> now).close();

        assertThat(drawn.toString(UTF_8)).contains("100 %");
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
