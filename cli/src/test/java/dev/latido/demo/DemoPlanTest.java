package dev.latido.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoPlanTest {

    private static final Instant NOW = Instant.parse("2025-03-05T17:30:00Z");

    private final DemoPlan plan = DemoPlan.endingAt(NOW, 10, 4, 7, Duration.ofSeconds(8));

    @Test
    void itEndsWithTheLastMidnightSoThatNoEventIsAheadOfTheClock() {
        assertThat(plan.start()).isEqualTo("2025-03-01T00:00:00Z");
        assertThat(plan.start().plus(plan.simulated())).isEqualTo("2025-03-05T00:00:00Z");
    }

    @Test
    void eachDayTakesItsShareOfTheDuration() {
        assertThat(plan.dueNanos(Instant.parse("2025-03-01T00:00:00Z"))).isZero();
        assertThat(plan.dueNanos(Instant.parse("2025-03-02T12:00:00Z"))).isEqualTo(3_000_000_000L);
    }

    @Test
    void whatIsDeliveredAfterTheLastDayIsDueAtTheEnd() {
        assertThat(plan.dueNanos(Instant.parse("2025-03-05T09:00:00Z"))).isEqualTo(8_000_000_000L);
    }

    @Test
    void durationsNobodyCouldWatchAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoPlan.endingAt(NOW, 10, 4, 7, Duration.ZERO))
                .withMessage("--duration must be from 1s to 24h, was 0s");
    }
}
