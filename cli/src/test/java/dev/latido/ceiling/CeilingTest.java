package dev.latido.ceiling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CeilingTest {

    /**
     * With so few the gap is 0.05 on average, and chance alone moves it by 0.03, so what fails here is far off; {@code
     * bench/run ceiling} tells of many more, takes minutes, and is what shows that the gap is less than 0.05.
     */
    private static final int CUSTOMERS = Integer.getInteger("latido.ceiling.customers", 900);

    private static final long SEED = Long.getLong("latido.ceiling.seed", 1);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aModelComesNearWhatTheSimulatorHidesAndIsTheSameEachTime() throws Exception {
        CeilingTrial trial = CeilingTrial.of(CUSTOMERS, SEED, directory);

        Ceiling found = trial.run();

        assertThat(found.hidden()).isGreaterThan(0.75);
        assertThat(found.gap()).as(found.toString()).isLessThan(0.12);
        assertThat(trial.run().files().get("artifact.yaml"))
                .isEqualTo(found.files().get("artifact.yaml"));
    }
}
