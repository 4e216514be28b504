package dev.latido.bench.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.model.booster.Booster;
import dev.latido.model.booster.Categories;
import dev.latido.model.booster.Node;
import dev.latido.model.booster.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;

class RivalModelsTest {

    private final BenchModel model;
    private final float[][] rows;
    private final Results own;

    RivalModelsTest() throws Exception {
        model = SmallModel.train();
        rows = model.rows(500);
        own = results(Way.FOREST);
    }

    @Test
    void oldBinaryModelHasTheMarginsOfTheForestToTheLastBit() throws Exception {
        assertThat(results(Way.H2O).compare(own, 0)).startsWith("500 of 500 rows equal");
    }

    @Test
    void onnxModelHasTheMarginsOfTheForestInAnotherOrderOfAddition() throws Exception {
        assertThat(results(Way.ONNX).compare(own, 1e-6)).contains("500 rows");
        assertThat(results(Way.ONNX_DEFAULTS).numbers())
                .isDeepEqualTo(results(Way.ONNX).numbers());
    }

    @Test
    void modelWithCategoriesIsRefused() {
        Booster booster = withCategories();

        assertThatThrownBy(() -> OldBinaryModel.of(booster)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OnnxModel.of(booster)).isInstanceOf(IllegalArgumentException.class);
    }

    private Booster withCategories() {
        Tree tree = new Tree(
                0,
                1,
                List.of(
                        new Node.CategoricalSplit(0, Categories.of(1), true, 1, 2, 0, 2),
                        new Node.Leaf(1, 1),
                        new Node.Leaf(2, 1)));
        Booster trained = model.booster();
        return new Booster(trained.objective(), trained.features(), trained.baseMargins(), List.of(tree), "3.0.4");
    }

    private Results results(Way way) throws Exception {
        try (RowScorer scorer = way.open(model)) {
            return Results.of(scorer, rows, way.width(model));
        }
    }
}
