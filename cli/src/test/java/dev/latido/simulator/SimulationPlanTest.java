package dev.latido.simulator;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulationPlanTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void impossibleNumbersAreRefusedByTheNameOfTheOption() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulationPlan(0, 60, 7, START))
                .withMessage("--customers must be from 1 to 1000000, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulationPlan(500, -1, 7, START))
                .withMessage("--days must be from 1 to 3650, was -1");
    }

    @Test
    void aStartIsAWholeSecondOfOurTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulationPlan(500, 60, 7, START.plusMillis(1)))
                .withMessageStartingWith("--start must be a whole second");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulationPlan(500, 60, 7, Instant.EPOCH))
                .withMessageContaining("1970-01-01T00:00:00Z");
    }
}
