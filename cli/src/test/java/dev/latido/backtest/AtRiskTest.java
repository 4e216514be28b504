package dev.latido.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtRiskTest {

    private static final Duration HORIZON = Duration.ofDays(10);

    /** Each instant is asked of each customer, one by one, on a grid of hours. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void sharesAreThoseThatCountingByHandGives(long seed) {
        Random random = new Random(seed);
        Told told = new Told(60);
        Map<CustomerId, Departure> departures = new TreeMap<>();
        for (int customer = 0; customer < 30; customer++) {
            told.customer("c" + customer, random.nextInt(40), 60);
            if (random.nextBoolean()) {
                Instant at = Told.day(random.nextInt(70));
                departures.put(
                        new CustomerId("default", "c" + customer),
                        new Departure(Optional.empty(), "c" + customer, at, Optional.empty()));
            }
        }
        History history = told.history();
        AtRisk atRisk = new AtRisk(history, departures, HORIZON);

        long totalAtRisk = 0;
        long totalLeaving = 0;
        for (double day = 0; day < 60; day += 0.5) {
            Instant at = Told.day(day);
            int[] counted = count(history, departures, at);
            assertThat(atRisk.leavingAt(at))
                    .isEqualTo(counted[0] == 0 ? 0 : (double) counted[1] / counted[0], within(1e-12));
            totalAtRisk += day < 50 ? counted[0] : 0;
            totalLeaving += day < 50 ? counted[1] : 0;
        }
        assertThat(atRisk.baseRate().orElseThrow()).isEqualTo((double) totalLeaving / totalAtRisk, within(1e-12));
    }

    private static int[] count(History history, Map<CustomerId, Departure> departures, Instant at) {
        int[] counted = new int[2];
        for (SeenCustomer customer : history.customers()) {
            Departure left = departures.get(customer.id());
            boolean isAtRisk = !customer.firstAt().isAfter(at)
                    && (left == null || left.at().isAfter(at));
            counted[0] += isAtRisk ? 1 : 0;
            counted[1] += isAtRisk && left != null && !left.at().isAfter(at.plus(HORIZON)) ? 1 : 0;
        }
        return counted;
    }
}
