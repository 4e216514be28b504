package dev.latido.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;

class DuplicateMemoryTest {

    private static final DuplicateConfig CONFIG = ShippedPolicy.POLICY.duplicates();
    private static final long NOW = 1_900_000_000_000L;
    private static final long HOUR = 3_600_000;
    private static final long WEEK = 7 * 24 * HOUR;

    private final DuplicateMemory memory = new DuplicateMemory();

    @Test
    void shippedBoundsAreTheDocumentedOnes() {
        assertThat(CONFIG).isEqualTo(new DuplicateConfig(256, 60, 64, 168));
    }

    @Test
    void activityIsKnownForAnHourInclusive() {
        memory.remember(1, true, NOW, CONFIG);

        assertThat(memory.knows(1, NOW, CONFIG)).isTrue();
        assertThat(memory.knows(1, NOW + HOUR, CONFIG)).isTrue();
        assertThat(memory.knows(1, NOW + HOUR + 1, CONFIG)).isFalse();
        assertThat(memory.knows(2, NOW, CONFIG)).isFalse();
    }

    @Test
    void everythingElseIsKnownForSevenDaysInclusive() {
        memory.remember(1, false, NOW, CONFIG);

        assertThat(memory.knows(1, NOW + WEEK, CONFIG)).isTrue();
        assertThat(memory.knows(1, NOW + WEEK + 1, CONFIG)).isFalse();
    }

    @Test
    void theLatestTwoHundredAndFiftySixActivitiesAreKnown() {
        for (int id = 0; id < 257; id++) {
            memory.remember(id, true, NOW, CONFIG);
        }
        memory.remember(1_000, false, NOW, CONFIG);

        assertThat(memory.knows(0, NOW, CONFIG)).isFalse();
        assertThat(memory.knows(1, NOW, CONFIG)).isTrue();
        assertThat(memory.knows(256, NOW, CONFIG)).isTrue();
    }

    @Test
    void theLatestSixtyFourOthersAreKnown() {
        for (int id = 0; id < 65; id++) {
            memory.remember(id, false, NOW + id, CONFIG);
        }

        assertThat(memory.knows(0, NOW, CONFIG)).isFalse();
        assertThat(memory.knows(1, NOW, CONFIG)).isTrue();
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new DuplicateConfig(0, 60, 64, 168))
                .hasMessage("duplicates.activityIds must be between 1 and 4096, was 0");
        assertThatThrownBy(() -> new DuplicateConfig(256, 60, 64, 9_999))
                .hasMessage("duplicates.otherHours must be between 1 and 2160, was 9999");
    }
}
