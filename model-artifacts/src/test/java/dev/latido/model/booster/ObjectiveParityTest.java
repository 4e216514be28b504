package dev.latido.model.booster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.model.forest.Forest;
import dev.latido.model.testing.Rows;
import dev.latido.model.testing.TrainedModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveParityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "binary:logistic", "binary:logitraw", "count:poisson", "multi:softmax", "multi:softprob", "rank:map",
                "rank:ndcg", "rank:pairwise", "reg:absoluteerror", "reg:gamma", "reg:linear", "reg:logistic",
                "reg:pseudohubererror", "reg:quantileerror", "reg:squarederror", "reg:squaredlogerror", "reg:tweedie"
            })
    void marginsAndPredictionsAreEqualToTheLastBit(String label) throws Exception {
        Random random = new Random(label.hashCode());
        float[][] rows = Rows.random(random, 300, 6);
        TrainedModel trained = TrainedModel.train(parameters(label), 12, rows, labels(label, random, rows));

        assertSame(trained, label, rows);
    }

    @ParameterizedTest
    @CsvSource({
        "binary:logistic, 1e-6", "binary:logistic, 0.999999", "binary:logitraw, 0.2", "reg:logistic, 0.7",
        "count:poisson, 3.7", "reg:gamma, 1e-3", "reg:tweedie, 12345.678", "reg:squarederror, -17.3",
        "rank:ndcg, 0.25", "multi:softprob, 0.4", "reg:absoluteerror, 2.5"
    })
    void aGivenBaseScoreIsTheSameMargin(String label, float baseScore) throws Exception {
        Random random = new Random(1);
        float[][] rows = Rows.random(random, 200, 6);
        Map<String, Object> parameters = parameters(label);
        parameters.put("base_score", baseScore);
        TrainedModel trained = TrainedModel.train(parameters, 3, rows, labels(label, random, rows));

        assertSame(trained, label, rows);
    }

    @Test
    void severalQuantilesAreSeveralOutputs() throws Exception {
        Random random = new Random(2);
        float[][] rows = Rows.random(random, 300, 6);
        Map<String, Object> parameters = parameters("reg:quantileerror");
        parameters.put("quantile_alpha", "[0.1, 0.5, 0.9]");
        TrainedModel trained = TrainedModel.train(parameters, 8, rows, Rows.labels(random, rows));

        assertThat(BoosterReader.read(trained.json()).outputs()).isEqualTo(3);
        assertSame(trained, "reg:quantileerror", rows);
    }

    @Test
    void extremeMarginsGiveTheSamePredictions() throws Exception {
        Random random = new Random(3);
        float[][] rows = Rows.random(random, 300, 6);
        Map<String, Object> parameters = parameters("binary:logistic");
        parameters.putAll(Map.of("eta", 100, "lambda", 0, "min_child_weight", 0, "max_delta_step", 0));
        float[] labels = Rows.labels(random, rows);
        for (int row = 0; row < labels.length; row++) {
            labels[row] = Math.round(labels[row]);
        }

        assertSame(TrainedModel.train(parameters, 4, rows, labels), "binary:logistic", rows);
    }

    private static void assertSame(TrainedModel trained, String label, float[][] rows) throws Exception {
        Booster model = BoosterReader.read(trained.ubjson());
        Forest forest = Forest.of(model);
        float[][] expectedMargins = trained.margins(rows);
        float[][] expected = trained.predictions(rows);
        float[] margins = new float[model.outputs()];
        float[] predictions = new float[model.objective().predictionCount(model.outputs())];

        // XGBoost saves the old name as the new one.
        assertThat(model.objective().label()).isEqualTo(label.equals("reg:linear") ? "reg:squarederror" : label);
        for (int row = 0; row < rows.length; row++) {
            forest.margins(rows[row], 0, margins);
            assertThat(margins).isEqualTo(expectedMargins[row]);
            model.objective().predictions(margins, predictions);
            assertThat(predictions).isEqualTo(expected[row]);
        }
    }

    private static Map<String, Object> parameters(String label) {
        Map<String, Object> parameters = new HashMap<>(Map.of("objective", label, "max_depth", 4, "eta", 0.3));
        if (label.startsWith("multi:")) {
            parameters.put("num_class", 4);
        }
        if (label.equals("reg:quantileerror")) {
            parameters.put("quantile_alpha", 0.8);
        }
        return parameters;
    }

    private static float[] labels(String label, Random random, float[][] rows) {
        float[] labels = Rows.labels(random, rows);
        for (int row = 0; row < labels.length; row++) {
            labels[row] = switch (label) {
                case "count:poisson", "multi:softmax", "multi:softprob" -> (int) (labels[row] * 3.99f);
                case "rank:map", "rank:ndcg", "rank:pairwise" -> Math.round(labels[row]);
                case "reg:gamma", "reg:tweedie" -> labels[row] * 50 + 0.1f;
                default -> labels[row];
            };
        }
        return labels;
    }
}
