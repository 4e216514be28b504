package dev.latido.model.booster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.model.contribution.TreeShap;
import dev.latido.model.forest.Forest;
import dev.latido.model.testing.Rows;
import dev.latido.model.testing.TrainedModel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileBytesTest {

    private static final float[][] ROWS = Rows.categories(new Random(1), 200, 3, 9);
    private static final TrainedModel TRAINED = TrainedModel.train(
            Map.of("objective", "binary:logistic", "max_depth", 3, "max_cat_to_onehot", 1, "tree_method", "hist"),
            3,
            ROWS,
            Rows.labels(new Random(2), ROWS),
            List.of("c", "q", "c"));

    @Test
    void aModelThatEndsEarlyIsRefusedWhereverItEnds() {
        for (byte[] whole : List.of(TRAINED.json(), TRAINED.ubjson())) {
            for (int length = 0; length < whole.length; length += 7) {
                byte[] start = Arrays.copyOf(whole, length);
                assertThat(scores(start)).isFalse();
            }
        }
    }

    @Test
    void aModelWithChangedBytesIsRefusedOrScores() {
        Random random = new Random(3);
        int usable = 0;
        for (byte[] whole : List.of(TRAINED.json(), TRAINED.ubjson())) {
            for (int trial = 0; trial < 2_000; trial++) {
                byte[] changed = whole.clone();
                for (int change = random.nextInt(3); change >= 0; change--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                usable += scores(changed) ? 1 : 0;
            }
        }
        assertThat(usable).isBetween(100, 3_900);
    }

    @Test
    void aModelWithMovedPartsIsRefusedOrScores() {
        Random random = new Random(4);
        for (byte[] whole : List.of(TRAINED.json(), TRAINED.ubjson())) {
            for (int trial = 0; trial < 1_000; trial++) {
                byte[] changed = whole.clone();
                int length = random.nextInt(64);
                int from = random.nextInt(whole.length - length);
                System.arraycopy(whole, from, changed, random.nextInt(whole.length - length), length);
                scores(changed);
            }
        }
    }

    private static boolean scores(byte[] document) {
        try {
            Booster model = BoosterReader.read(document);
            Forest forest = Forest.of(model);
            float[] row = new float[forest.featureCount()];
            forest.margins(row, 0, new float[forest.outputs()]);
            TreeShap.of(model).contributions(row, 0);
            return true;
        } catch (UnusableModelException e) {
            return false;
        }
    }

    @Test
    void nestingIsBounded() {
        assertRefused("{\"a\":" + "[".repeat(1_000_000), "levels deep", "well-formed");
        assertRefused("{\"a\":" + "{\"a\":".repeat(1_000_000), "levels deep", "well-formed");
        assertRefused("{i\u0001a" + "[".repeat(1_000_000), "levels deep");
        assertRefused("{i\u0001a" + "{i\u0001a".repeat(1_000_000), "levels deep");
    }

    @Test
    void lengthsAreHeldAgainstTheBytesThatAreThere() {
        assertRefused(bytes("{i\u0001a[$d#L", 1L << 40), "length");
        assertRefused(bytes("{i\u0001a[$d#L", Integer.MAX_VALUE), "ends early");
        assertRefused(bytes("{i\u0001a[$D#L", 1L << 30), "ends early");
        assertRefused(bytes("{i\u0001a[#L", Integer.MAX_VALUE), "type");
        assertRefused(bytes("{i\u0001aSL", Integer.MAX_VALUE), "ends early");
        assertRefused(bytes("{i\u0001aSL", -1), "length");
        assertRefused(bytes("{L", Long.MAX_VALUE), "length");
        assertRefused(bytes("{i\u0001a[$T#L", Integer.MAX_VALUE), "type");
    }

    @Test
    void manySmallValuesAreRefused() {
        assertRefused("{\"a\":[{}" + ",{}".repeat(1_100_000) + "]}", "more than 1000000 values");
        assertRefused("{i\u0001a[" + "[]".repeat(1_100_000) + "]}", "more than 1000000 values");
        assertRefused("{\"a\":[0" + ",0".repeat(1_100_000) + ",null]}", "more than 1000000 values");
    }

    private static void assertRefused(String document, String... fragments) {
        assertRefused(document.getBytes(StandardCharsets.ISO_8859_1), fragments);
    }

    private static void assertRefused(byte[] document, String... fragments) {
        assertThatThrownBy(() -> BoosterReader.read(document))
                .isInstanceOf(UnusableModelException.class)
                .message()
                .containsAnyOf(fragments);
    }

    private static byte[] bytes(String start, long number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(start.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        bytes.writeBytes(new byte[32]);
        return bytes.toByteArray();
    }
}
