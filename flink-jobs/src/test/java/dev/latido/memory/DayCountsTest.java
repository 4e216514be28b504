package dev.latido.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayCountsTest {

    private static final int WINDOW = 30;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void countsAsAMapOfDaysWould(long seed) {
        Random random = new Random(seed);
        DayCounts counts = new DayCounts(WINDOW);
        TreeMap<Integer, Long> expected = new TreeMap<>();
        int today = 20_000;
        for (int i = 0; i < 2_000; i++) {
            today += random.nextInt(20) == 0 ? random.nextInt(12) : 0;
            int day = today - (random.nextBoolean() ? 0 : random.nextInt(40));
            counts.add(day, 3, today);
            counts.advance(today);
            expected.merge(day, 3L, Long::sum);
            expected.headMap(today - WINDOW + 1).clear();

            assertThat(counts.days()).isEqualTo(expected.size());
            assertThat(counts.total()).isEqualTo(sum(expected));
            assertThat(counts.totalSince(today - 6)).isEqualTo(sum(expected.tailMap(today - 6)));
            assertThat(counts.daysSince(today - 6))
                    .isEqualTo(expected.tailMap(today - 6).size());
            assertThat(counts.isEmpty()).isEqualTo(expected.isEmpty());
            assertThat(expected.isEmpty() ? 0 : counts.lastDay())
                    .isEqualTo(expected.isEmpty() ? 0 : expected.lastKey());
        }
    }

    private static long sum(SortedMap<Integer, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
