package dev.latido.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SightingsTest {

    private static final int TODAY = 20_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void countsAsAListOfEverythingSeenWould(long seed) {
        Random random = new Random(seed);
        Sightings sightings = new Sightings(Integer.MAX_VALUE);
        Map<Long, Set<Integer>> seen = new HashMap<>();
        int today = TODAY;
        for (int i = 0; i < 3_000; i++) {
            today += random.nextInt(12) == 0 ? random.nextInt(9) : 0;
            int day = today - (random.nextBoolean() ? 0 : random.nextInt(75));
            long thing = random.nextInt(40) - 20L;
            sightings.seen(thing, day, today);
            if (day > today - Sightings.WINDOW_DAYS) {
                seen.computeIfAbsent(thing, any -> new HashSet<>()).add(day);
            }
            if (random.nextInt(50) == 0) {
                sightings = restored(sightings, Integer.MAX_VALUE);
            }

            assertThat(sightings.recent(today)).isEqualTo(count(seen, today - 29, today));
            assertThat(sightings.before(today)).isEqualTo(count(seen, today - 59, today - 30));
            int first = today - random.nextInt(60);
            assertThat(sightings.daysSeen(thing, first, today))
                    .isEqualTo((int) seen.getOrDefault(thing, Set.of()).stream()
                            .filter(on -> on >= first)
                            .count());
        }
        assertThat(sightings.seenSince(today - 29)).isSorted().hasSize(sightings.recent(today));
    }

    @Test
    void ofTooManyThoseSeenLastAreRemembered() {
        Sightings sightings = new Sightings(3);
        for (int thing = 0; thing < 5; thing++) {
            sightings.seen(thing, TODAY + thing, TODAY + thing);
        }
        sightings.seen(9, TODAY, TODAY + 4);

        assertThat(sightings.seenSince(TODAY)).containsExactly(2, 3, 4);
        assertThat(restored(sightings, 3).seenSince(TODAY)).containsExactly(2, 3, 4);
    }

    @Test
    void whatIsNotRetainedIsGone() {
        Sightings sightings = new Sightings(10);
        for (int thing = 0; thing < 6; thing++) {
            sightings.seen(thing, TODAY, TODAY);
        }
        assertThat(sightings.recent(TODAY)).isEqualTo(6);

        sightings.retain(thing -> thing % 2 == 0);

        assertThat(sightings.recent(TODAY)).isEqualTo(3);
        assertThat(sightings.seenSince(TODAY)).containsExactly(0, 2, 4);
    }

    private static Sightings restored(Sightings sightings, int most) {
        StateWriter out = new StateWriter(0);
        sightings.write(out);
        StateReader in = new StateReader(out.toBytes(), 0);
        Sightings restored = Sightings.read(most, in);
        in.end();
        return restored;
    }

    private static int count(Map<Long, Set<Integer>> seen, int first, int last) {
        return (int) seen.values().stream()
                .filter(days -> !new TreeSet<>(days).subSet(first, last + 1).isEmpty())
                .count();
    }
}
