package dev.latido.model.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.model.booster.Booster;
import dev.latido.model.booster.BoosterReader;
import dev.latido.model.booster.UnusableModelException;
import dev.latido.model.testing.ModelDocument;
import dev.latido.model.testing.Rows;
import dev.latido.model.testing.TrainedModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScorerChoiceTest {

    private static final float[][] ROWS = Rows.random(new Random(1), 200, 6);

    @Test
    void aScorerIsChosenByItsName() {
        assertThat(ScorerChoice.of("forest")).contains(ScorerChoice.FOREST);
        assertThat(ScorerChoice.of("xgboost4j")).contains(ScorerChoice.XGBOOST4J);
        assertThat(ScorerChoice.of("Forest")).isEmpty();
    }

    @Test
    void bothScorersGiveTheSameMargins() throws Exception {
        float[] labels = new float[ROWS.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = row % 3;
        }
        assertSame(train(Map.of("objective", "multi:softprob", "num_class", 3), labels)
                .ubjson());
        assertSame(train(Map.of("objective", "binary:logistic", "booster", "dart", "rate_drop", 0.5), binary())
                .json());
    }

    @Test
    void bothScorersStopAtTheBestIteration() throws Exception {
        TrainedModel trained = train(Map.of("objective", "binary:logistic", "num_parallel_tree", 2), binary());
        trained.attribute("best_iteration", "2");

        assertSame(trained.json());
    }

    @Test
    void xgboost4jItselfAddsTheTreesBeyondTheBestIteration() throws Exception {
        TrainedModel trained = train(Map.of("objective", "binary:logistic"), binary());
        float[][] all = trained.margins(ROWS);
        trained.attribute("best_iteration", "2");

        assertThat(TrainedModel.load(trained.json()).margins(ROWS)).isEqualTo(all);
    }

    @Test
    void xgboost4jIsNotGivenAModelNewerThanItself() throws Exception {
        ModelDocument document = ModelDocument.of(
                train(Map.of("objective", "binary:logistic"), binary()).json());
        document.list("/version").removeAll().add(3).add(1).add(0);
        Booster model = BoosterReader.read(document.bytes());

        assertThat(ScorerChoice.FOREST.open(model, document.bytes()).outputs()).isEqualTo(1);
        assertThatThrownBy(() -> ScorerChoice.XGBOOST4J.open(model, document.bytes()))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("3.1.0")
                .hasMessageContaining("forest");
    }

    private static float[] binary() {
        float[] labels = new float[ROWS.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = ROWS[row][0] > 0 ? 1 : row % 2;
        }
        return labels;
    }

    private static TrainedModel train(Map<String, Object> parameters, float[] labels) {
        return TrainedModel.train(new HashMap<>(parameters), 6, ROWS, labels);
    }

    private static void assertSame(byte[] document) throws Exception {
        Booster model = BoosterReader.read(document);
        try (Scorer forest = ScorerChoice.FOREST.open(model, document);
                Scorer xgboost4j = ScorerChoice.XGBOOST4J.open(model, document)) {
            assertThat(forest.featureCount()).isEqualTo(xgboost4j.featureCount());
            float[] expected = new float[xgboost4j.outputs()];
            float[] actual = new float[forest.outputs()];
            for (float[] row : ROWS) {
                xgboost4j.margins(row, expected);
                forest.margins(row, actual);
                assertThat(actual).isEqualTo(expected);
            }
        }
    }
}
