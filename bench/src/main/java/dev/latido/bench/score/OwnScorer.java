package dev.latido.bench.score;

import dev.latido.model.booster.UnusableModelException;
import dev.latido.model.contribution.TreeShap;
import dev.latido.model.forest.Forest;

/** This project's own. */
final class OwnScorer {

    private OwnScorer() {}

    static RowScorer margins(BenchModel model) {
        Forest forest = Forest.of(model.booster());
        return (row, out) -> forest.margins(row, 0, out);
    }

    static RowScorer contributions(BenchModel model) throws UnusableModelException {
        TreeShap shap = TreeShap.of(model.booster());
        return (row, out) -> {
            double[] contributions = shap.contributions(row, 0);
            for (int feature = 0; feature < contributions.length; feature++) {
                out[feature] = (float) contributions[feature];
            }
            out[contributions.length] = (float) shap.bias(0);
        };
    }
}
