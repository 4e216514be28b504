package dev.latido.model.forest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.latido.model.booster.Booster;
import dev.latido.model.booster.BoosterReader;
import dev.latido.model.booster.Node;
import dev.latido.model.booster.Objective;
import dev.latido.model.booster.Tree;
import dev.latido.model.testing.Rows;
import dev.latido.model.testing.TrainedModel;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForestTest {

    private static final float[] VALUES = {
        Float.NEGATIVE_INFINITY,
        -Float.MAX_VALUE,
        -1,
        -Float.MIN_NORMAL,
        -Float.MIN_VALUE,
        -0f,
        0f,
        Float.MIN_VALUE,
        Float.MIN_NORMAL,
        1,
        Math.nextUp(1f),
        Math.nextDown(1f),
        Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NaN
    };

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyValueGoesWhereAComparisonOfFloatsSendsIt(boolean defaultLeft) {
        for (float threshold : VALUES) {
            Tree tree = stump(new Node.NumericalSplit(0, threshold, defaultLeft, 1, 2, 0, 1));
            Forest forest = Forest.of(model(1, List.of(tree)));
            for (float value : VALUES) {
                boolean left = Float.isNaN(value) ? defaultLeft : value < threshold;
                assertThat(margin(forest, value))
                        .as("%s < %s", value, threshold)
                        .isEqualTo(left ? 1 : 2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 23})
    void anyNumberOfTreesOfAnyDepthIsAddedUpInOrder(int trees) {
        Random random = new Random(trees);
        List<Tree> grown = new ArrayList<>();
        for (int tree = 0; tree < trees; tree++) {
            grown.add(grow(random, random.nextInt(20)));
        }
        Booster model = model(3, grown);
        Forest forest = Forest.of(model);
        float[] out = new float[1];
        for (float[] row : Rows.random(random, 200, 3)) {
            forest.margins(row, 0, out);
            float expected = model.baseMargins().get(0);
            for (Tree tree : grown) {
                expected += tree.leaf(row).value() * tree.weight();
            }
            assertThat(out[0]).isEqualTo(expected);
        }
    }

    @Test
    void aMinusZeroIsNotLostInTheSum() {
        Tree nothing = new Tree(0, 1, List.of(new Node.Leaf(-0f, 1)));
        Booster model = new Booster(
                Objective.REG_SQUARED_ERROR,
                new Booster.Features(1, List.of(), List.of()),
                List.of(-0f),
                List.of(nothing, nothing),
                "3.0.4");

        assertThat(Float.floatToRawIntBits(margin(Forest.of(model), 1))).isEqualTo(Float.floatToRawIntBits(-0f));
    }

    @Test
    void aRowMayStartAnywhereInItsArray() {
        Forest forest = Forest.of(model(3, List.of(grow(new Random(5), 6))));
        float[] row = {1, Float.NaN, -3};
        float[] padded = {9, 9, 1, Float.NaN, -3, 9};
        float[] expected = new float[1];
        float[] actual = new float[1];

        forest.margins(row, 0, expected);
        forest.margins(padded, 2, actual);

        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void scoringAllocatesNothing() throws Exception {
        Random random = new Random(6);
        float[][] rows = Rows.random(random, 300, 9);
        Forest forest = Forest.of(BoosterReader.read(
                TrainedModel.train(Map.of("objective", "binary:logistic"), 20, rows, Rows.labels(random, rows))
                        .json()));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] out = new float[1];
        score(forest, rows, out);
        threads.getCurrentThreadAllocatedBytes();

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int round = 0; round < 100; round++) {
            score(forest, rows, out);
        }

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(rows.length);
    }

    private static void score(Forest forest, float[][] rows, float[] out) {
        for (float[] row : rows) {
            forest.margins(row, 0, out);
        }
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        Forest forest = Forest.of(model(3, List.of(grow(new Random(7), 12), grow(new Random(8), 12))));
        float[][] rows = Rows.random(new Random(9), 2_000, 3);
        List<Float> expected = margins(forest, rows);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<List<Float>>> found = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            found.add(threads.submit(() -> margins(forest, rows)));
        }

        for (Future<List<Float>> margins : found) {
            assertThat(margins.get()).isEqualTo(expected);
        }
        threads.shutdown();
    }

    private static List<Float> margins(Forest forest, float[][] rows) {
        List<Float> margins = new ArrayList<>();
        float[] out = new float[1];
        for (float[] row : rows) {
            forest.margins(row, 0, out);
            margins.add(out[0]);
        }
        return margins;
    }

    private static float margin(Forest forest, float value) {
        float[] out = new float[1];
        forest.margins(new float[] {value}, 0, out);
        return out[0];
    }

    private static Booster model(int features, List<Tree> trees) {
        return new Booster(
                Objective.REG_SQUARED_ERROR,
                new Booster.Features(features, List.of(), List.of()),
                List.of(0f),
                trees,
                "3.0.4");
    }

    private static Tree stump(Node.Split split) {
        return new Tree(0, 1, List.of(split, new Node.Leaf(1, 1), new Node.Leaf(2, 1)));
    }

    /** A tree of random splits, level by level. */
    private static Tree grow(Random random, int splits) {
        List<Node> nodes = new ArrayList<>();
        int next = 1;
        while (nodes.size() < next) {
            if (next <= 2 * splits && (nodes.isEmpty() || nodes.size() == next - 1 || random.nextBoolean())) {
                float threshold = random.nextInt(10) - 4;
                nodes.add(new Node.NumericalSplit(
                        random.nextInt(3), threshold, random.nextBoolean(), next, next + 1, 0, 1));
                next += 2;
            } else {
                nodes.add(new Node.Leaf((float) random.nextGaussian(), 1));
            }
        }
        return new Tree(0, random.nextFloat(), nodes);
    }
}
