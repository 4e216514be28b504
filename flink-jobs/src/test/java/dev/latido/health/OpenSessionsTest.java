package dev.latido.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.state.TextHash;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSessionsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void keepsTheOrderOfALinkedMap(long seed) {
        Random random = new Random(seed);
        OpenSessions open = new OpenSessions();
        Map<Long, long[]> expected = new LinkedHashMap<>();
        for (int at = 0; at < 5_000; at++) {
            long user = TextHash.of("user-" + random.nextInt(200));
            long[] known = expected.remove(user);
            expected.put(user, new long[] {known == null ? at : known[0], at});

            assertThat(open.touch(user, at)).isEqualTo(known == null);
            if (random.nextInt(3) == 0) {
                removeEldest(open, expected);
            }
            if (random.nextInt(500) == 0) {
                open = restored(open);
            }
            assertThat(open.size()).isEqualTo(expected.size());
        }
        while (!expected.isEmpty()) {
            removeEldest(open, expected);
        }
        assertThat(open.isEmpty()).isTrue();
    }

    private static void removeEldest(OpenSessions open, Map<Long, long[]> expected) {
        Long eldest = expected.keySet().iterator().next();
        assertThat(new long[] {open.eldestStart(), open.eldestLast()}).isEqualTo(expected.remove(eldest));
        open.removeEldest();
    }

    private static OpenSessions restored(OpenSessions open) {
        StateWriter out = new StateWriter(0);
        open.write(out);
        return OpenSessions.read(new StateReader(out.toBytes(), 0));
    }
}
