package dev.latido.model.forest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.model.booster.Booster;
import dev.latido.model.booster.BoosterReader;
import dev.latido.model.testing.Rows;
import dev.latido.model.testing.TrainedModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XgboostParityTest {

    private static final int FEATURES = 9;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "2, 2, 3",
        "3, 3, 10",
        "4, 4, 37",
        "5, 5, 100",
        "6, 6, 120",
        "7, 7, 50",
        "8, 8, 20",
        "9, 9, 33",
        "10, 10, 21",
        "11, 11, 14",
        "12, 12, 500"
    })
    void marginsOfRandomModelsAreEqualToTheLastBit(long seed, int depth, int trees) throws Exception {
        Random random = new Random(seed);
        float[][] rows = Rows.random(random, 500, FEATURES);
        TrainedModel trained = TrainedModel.train(parameters(depth), trees, rows, Rows.labels(random, rows));

        assertSameMargins(trained, rows, random);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hist", "exact", "approx"})
    void marginsAreEqualWhenPruningHasDeletedNodes(String method) throws Exception {
        Random random = new Random(21);
        float[][] rows = Rows.random(random, 400, FEATURES);
        Map<String, Object> parameters = parameters(8);
        parameters.put("tree_method", method);
        parameters.put("gamma", 0.3);
        TrainedModel trained = TrainedModel.train(parameters, 20, rows, Rows.labels(random, rows));

        assertSameMargins(trained, rows, random);
    }

    @Test
    void marginsOfDartModelsAreEqual() throws Exception {
        Random random = new Random(22);
        float[][] rows = Rows.random(random, 300, FEATURES);
        Map<String, Object> parameters = parameters(5);
        parameters.putAll(Map.of("booster", "dart", "rate_drop", 0.3, "one_drop", 1));
        TrainedModel trained = TrainedModel.train(parameters, 40, rows, Rows.labels(random, rows));

        assertSameMargins(trained, rows, random);
    }

    @Test
    void marginsOfLeafWiseAndParallelTreesAreEqual() throws Exception {
        Random random = new Random(23);
        float[][] rows = Rows.random(random, 400, FEATURES);
        Map<String, Object> parameters = parameters(0);
        parameters.putAll(
                Map.of("grow_policy", "lossguide", "max_leaves", 60, "num_parallel_tree", 3, "subsample", 0.5));
        TrainedModel trained = TrainedModel.train(parameters, 11, rows, Rows.labels(random, rows));

        assertSameMargins(trained, rows, random);
    }

    @ParameterizedTest
    @CsvSource({"4, 10", "100, 10", "1, 10", "1, 90", "100, 90"})
    void marginsOfCategoricalSplitsAreEqual(int mostOneHot, int categories) throws Exception {
        Random random = new Random(24 + mostOneHot + categories);
        float[][] rows = Rows.categories(random, 600, 4, categories);
        Map<String, Object> parameters = parameters(6);
        parameters.putAll(Map.of("max_cat_to_onehot", mostOneHot, "tree_method", "hist"));
        TrainedModel trained =
                TrainedModel.train(parameters, 23, rows, Rows.labels(random, rows), List.of("c", "q", "c", "c"));

        assertSameMargins(trained, rows, random);
        assertSame(trained, oddCategories(random, rows));
    }

    @Test
    void infinitiesGoWhereXgboostSendsThem() throws Exception {
        Random random = new Random(25);
        float[][] rows = Rows.random(random, 300, FEATURES);
        TrainedModel trained = TrainedModel.train(parameters(6), 30, rows, Rows.labels(random, rows));
        for (float[] row : rows) {
            row[random.nextInt(FEATURES)] = Float.POSITIVE_INFINITY;
            row[random.nextInt(FEATURES)] = Float.NEGATIVE_INFINITY;
        }

        assertBits(margins(trained.json(), rows), trained.marginsInPlace(rows));
    }

    @Test
    void negativeAndOddNansAreMissing() throws Exception {
        Random random = new Random(26);
        float[][] rows = Rows.random(random, 200, FEATURES);
        TrainedModel trained = TrainedModel.train(parameters(6), 30, rows, Rows.labels(random, rows));
        float[][] odd = new float[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            odd[row] = rows[row].clone();
            for (int feature = 0; feature < FEATURES; feature++) {
                if (Float.isNaN(odd[row][feature])) {
                    odd[row][feature] = Float.intBitsToFloat(random.nextBoolean() ? 0xFFC00000 : 0x7F800001);
                }
            }
        }

        assertBits(margins(trained.json(), odd), trained.margins(rows));
    }

    @Test
    void everyOutputOfAMultiClassModelIsEqual() throws Exception {
        Random random = new Random(27);
        float[][] rows = Rows.random(random, 300, FEATURES);
        float[] labels = Rows.labels(random, rows);
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (int) (labels[row] * 4.99f);
        }
        Map<String, Object> parameters = parameters(5);
        parameters.putAll(Map.of("objective", "multi:softprob", "num_class", 5));
        TrainedModel trained = TrainedModel.train(parameters, 17, rows, labels);

        assertSameMargins(trained, rows, random);
    }

    private static Map<String, Object> parameters(int depth) {
        return new HashMap<>(Map.of(
                "objective", "binary:logistic", "max_depth", depth, "eta", 0.4, "seed", 5, "min_child_weight", 0.01));
    }

    private static void assertSameMargins(TrainedModel trained, float[][] rows, Random random) throws Exception {
        Booster model = BoosterReader.read(trained.json());

        assertSame(trained, rows);
        assertSame(trained, Rows.onThresholds(random, rows, model));
        assertSame(trained, new float[][] {missing(rows[0].length)});
    }

    private static void assertSame(TrainedModel trained, float[][] rows) throws Exception {
        float[][] expected = trained.margins(rows);
        assertBits(margins(trained.json(), rows), expected);
        assertBits(margins(trained.ubjson(), rows), expected);
    }

    private static void assertBits(float[][] actual, float[][] expected) {
        assertThat(bits(actual)).isEqualTo(bits(expected));
    }

    private static int[][] bits(float[][] rows) {
        int[][] bits = new int[rows.length][rows[0].length];
        for (int row = 0; row < rows.length; row++) {
            for (int output = 0; output < rows[row].length; output++) {
                bits[row][output] = Float.floatToRawIntBits(rows[row][output]);
            }
        }
        return bits;
    }

    private static float[][] margins(byte[] document, float[][] rows) throws Exception {
        Forest forest = Forest.of(BoosterReader.read(document));
        float[][] margins = new float[rows.length][forest.outputs()];
        for (int row = 0; row < rows.length; row++) {
            forest.margins(rows[row], 0, margins[row]);
        }
        return margins;
    }

    private static float[] missing(int features) {
        float[] row = new float[features];
        java.util.Arrays.fill(row, Float.NaN);
        return row;
    }

    /** Categories that training did not see: fractions, negative ones, and ones that are too high. */
    private static float[][] oddCategories(Random random, float[][] rows) {
        List<Float> odd = List.of(-3f, -0.5f, 0.5f, 3.99f, 1e4f, 1e6f, 16777215f, 16777216f, 1e30f);
        float[][] changed = new float[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            changed[row] = rows[row].clone();
            changed[row][random.nextInt(changed[row].length)] = odd.get(random.nextInt(odd.size()));
        }
        return changed;
    }
}
