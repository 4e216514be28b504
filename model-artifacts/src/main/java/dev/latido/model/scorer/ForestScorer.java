package dev.latido.model.scorer;

import dev.latido.model.forest.Forest;

/** Scores with this module's own forest, anywhere and without native code. */
public record ForestScorer(Forest forest) implements Scorer {

    @Override
    public int featureCount() {
        return forest.featureCount();
    }

    @Override
    public int outputs() {
        return forest.outputs();
    }

    @Override
    public void margins(float[] row, float[] out) {
        forest.margins(row, 0, out);
    }
}
