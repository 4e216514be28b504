package dev.latido.model.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.latido.model.booster.Booster;
import dev.latido.model.booster.BoosterReader;
import dev.latido.model.booster.UnusableModelException;
import dev.latido.model.forest.Forest;
import dev.latido.model.testing.Rows;
import dev.latido.model.testing.TrainedModel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeShapTest {

    private static final double TOLERANCE = 1e-5;
    private static final int FEATURES = 9;

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 2, 5", "3, 3, 40", "4, 4, 20", "5, 6, 60", "6, 8, 10", "7, 12, 8"})
    void contributionsOfRandomModelsAreThoseOfXgboost(long seed, int depth, int trees) throws Exception {
        Random random = new Random(seed);
        float[][] rows = Rows.random(random, 200, FEATURES);
        TrainedModel trained = TrainedModel.train(parameters(depth), trees, rows, Rows.labels(random, rows));

        assertSameContributions(trained, rows);
        assertSameContributions(trained, Rows.onThresholds(random, rows, BoosterReader.read(trained.json())));
    }

    @Test
    void contributionsOfEachClassAreThoseOfXgboost() throws Exception {
        Random random = new Random(11);
        float[][] rows = Rows.random(random, 200, FEATURES);
        float[] labels = Rows.labels(random, rows);
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (int) (labels[row] * 2.99f);
        }
        Map<String, Object> parameters = parameters(4);
        parameters.putAll(Map.of("objective", "multi:softprob", "num_class", 3));

        assertSameContributions(TrainedModel.train(parameters, 9, rows, labels), rows);
    }

    @Test
    void contributionsOfDartModelsAreThoseOfXgboost() throws Exception {
        Random random = new Random(12);
        float[][] rows = Rows.random(random, 200, FEATURES);
        Map<String, Object> parameters = parameters(4);
        parameters.putAll(Map.of("booster", "dart", "rate_drop", 0.3, "one_drop", 1));

        assertSameContributions(TrainedModel.train(parameters, 20, rows, Rows.labels(random, rows)), rows);
    }

    @Test
    void contributionsOfCategoricalSplitsAreThoseOfXgboost() throws Exception {
        Random random = new Random(13);
        float[][] rows = Rows.categories(random, 400, 4, 12);
        Map<String, Object> parameters = parameters(5);
        parameters.putAll(Map.of("max_cat_to_onehot", 1, "tree_method", "hist"));
        TrainedModel trained =
                TrainedModel.train(parameters, 15, rows, Rows.labels(random, rows), List.of("c", "q", "c", "c"));

        assertSameContributions(trained, rows);
    }

    @Test
    void contributionsOfVeryDeepTreesAddUpToTheMargin() throws Exception {
        Random random = new Random(14);
        float[][] rows = Rows.random(random, 1000, 60);
        Map<String, Object> parameters = parameters(40);
        parameters.putAll(Map.of("min_child_weight", 0.0001, "lambda", 0.1));
        Booster model = BoosterReader.read(TrainedModel.train(parameters, 3, rows, Rows.labels(random, rows))
                .json());
        Forest forest = Forest.of(model);
        TreeShap shap = TreeShap.of(model);
        float[] margin = new float[1];

        for (float[] row : Arrays.copyOf(rows, 100)) {
            forest.margins(row, 0, margin);
            assertThat(total(shap, row, 0)).isCloseTo(margin[0], within(TOLERANCE));
        }
    }

    @Test
    void aModelThatThereIsNoRoomForHasTheSameContributions() throws Exception {
        Random random = new Random(16);
        float[][] rows = Rows.random(random, 100, FEATURES);
        Booster model = BoosterReader.read(TrainedModel.train(parameters(6), 10, rows, Rows.labels(random, rows))
                .json());
        TreeShap kept = TreeShap.of(model);
        TreeShap computed = TreeShap.of(model, 5_000);

        for (float[] row : rows) {
            assertThat(computed.contributions(row, 0)).isEqualTo(kept.contributions(row, 0));
        }
    }

    @Test
    void aModelWithoutCoversIsRefused() throws Exception {
        Random random = new Random(15);
        float[][] rows = Rows.random(random, 100, FEATURES);
        String json = new String(
                TrainedModel.train(parameters(2), 1, rows, Rows.labels(random, rows))
                        .json(),
                StandardCharsets.UTF_8);
        Booster model = BoosterReader.read(
                json.replace("\"sum_hessian\"", "\"something\"").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> TreeShap.of(model))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("sum_hessian");
    }

    private static Map<String, Object> parameters(int depth) {
        return new HashMap<>(Map.of(
                "objective", "binary:logistic", "max_depth", depth, "eta", 0.3, "seed", 5, "min_child_weight", 0.01));
    }

    private static void assertSameContributions(TrainedModel trained, float[][] rows) throws Exception {
        Booster model = BoosterReader.read(trained.json());
        TreeShap shap = TreeShap.of(model);
        float[][] expected = trained.contributions(rows);
        float[][] margins = trained.margins(rows);
        int columns = model.featureCount() + 1;

        for (int row = 0; row < rows.length; row++) {
            for (int output = 0; output < model.outputs(); output++) {
                double[] contributions = shap.contributions(rows[row], output);
                for (int feature = 0; feature < contributions.length; feature++) {
                    assertThat(contributions[feature])
                            .isCloseTo(expected[row][output * columns + feature], within(TOLERANCE));
                }
                assertThat(shap.bias(output))
                        .isCloseTo(expected[row][output * columns + columns - 1], within(TOLERANCE));
                assertThat(total(shap, rows[row], output)).isCloseTo(margins[row][output], within(TOLERANCE));
            }
        }
    }

    private static double total(TreeShap shap, float[] row, int output) {
        double total = shap.bias(output);
        for (double contribution : shap.contributions(row, output)) {
            total += contribution;
        }
        return total;
    }
}
