package dev.latido.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateTest {

    private static final long SECOND = 1_000_000_000;

    private final Rate rate = new Rate();

    @Test
    void rateIsThatOfTheLastSecondsNotOfTheWholeRun() {
        for (int second = 0; second < 20; second++) {
            rate.perSecond(second * SECOND, second * 100L);
        }
        for (int second = 20; second < 30; second++) {
            rate.perSecond(second * SECOND, 2_000 + (second - 20) * 700L);
        }

        assertThat(rate.perSecond(30 * SECOND, 9_000)).isEqualTo(700);
    }

    @Test
    void oneReadingIsNoRate() {
        assertThat(rate.perSecond(SECOND, 500)).isZero();
    }
}
