package dev.latido.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextHashTest {

    @Test
    void stateWrittenByVersionOneRestsOnTheseValues() {
        assertThat(Long.toHexString(TextHash.of(""))).isEqualTo("d8a310150df90781");
        assertThat(Long.toHexString(TextHash.of("a"))).isEqualTo("faf9071baf75a2f7");
        assertThat(Long.toHexString(TextHash.of("reports"))).isEqualTo("973893d91d954afe");
        assertThat(Long.toHexString(TextHash.of("evt_1MqqbKLt4dXK03v5qaIbiNCC")))
                .isEqualTo("b627693ed067b1b5");
    }

    @Test
    void similarTextsHashDifferently() {
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            hashes.add(TextHash.of("event-" + i));
            hashes.add(TextHash.of(i + "-event"));
        }
        assertThat(hashes).hasSize(400_000);
    }

    @Test
    void paddingWithZerosIsSeen() {
        assertThat(Set.of(
                        TextHash.of(""),
                        TextHash.of("\0"),
                        TextHash.of("\0\0"),
                        TextHash.of("\0\0\0"),
                        TextHash.of("\0\0\0\0"),
                        TextHash.of("\0\0\0\0\0")))
                .hasSize(6);
    }

    @Test
    void everyBitIsSetHalfOfTheTime() {
        int samples = 20_000;
        int[] ones = new int[Long.SIZE];
        for (int i = 0; i < samples; i++) {
            long hash = TextHash.of("user-" + i);
            for (int bit = 0; bit < Long.SIZE; bit++) {
                ones[bit] += (int) ((hash >>> bit) & 1);
            }
        }
        for (int count : ones) {
            assertThat(count).isBetween(samples * 48 / 100, samples * 52 / 100);
        }
    }

    @Test
    void lowBitsSpreadOverBuckets() {
        int[] buckets = new int[1_024];
        for (int i = 0; i < 102_400; i++) {
            buckets[(int) TextHash.of("user-" + i) & 1_023]++;
        }
        for (int count : buckets) {
            assertThat(count).isBetween(50, 160);
        }
    }

    @Test
    void oneChangedCharacterChangesHalfOfTheBits() {
        long changed = 0;
        for (int i = 0; i < 10_000; i++) {
            changed += Long.bitCount(TextHash.of("customer-x-" + i) ^ TextHash.of("customer-y-" + i));
        }
        assertThat(changed / 10_000.0).isBetween(31.5, 32.5);
    }
}
