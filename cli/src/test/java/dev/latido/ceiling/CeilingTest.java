package dev.latido.ceiling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CeilingTest {

    /** With so few, chance alone moves the gap by 0.03; {@code bench/run ceiling} tells of many more, and takes minutes. */
    private static final int CUSTOMERS = Integer.getInteger("latido.ceiling.customers", 900);

    private static final long SEED = Long.getLong("latido.ceiling.seed", 2);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aModelComesWithinFiveHundredthsOfWhatTheSimulatorHidesAndIsTheSameEachTime() throws Exception {
        CeilingTrial trial = CeilingTrial.of(CUSTOMERS, SEED, directory);

        Ceiling found = trial.run();

        assertThat(found.hidden()).isGreaterThan(0.75);
        assertThat(found.gap()).as(found.toString()).isLessThan(0.05);
        assertThat(trial.run().files().get("artifact.yaml"))
                .isEqualTo(found.files().get("artifact.yaml"));
    }
}
