package dev.latido.bench.score;

import biz.k11i.xgboost.Predictor;
import biz.k11i.xgboost.util.FVec;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** h2o's predictor, which walks trees of objects in plain Java. */
final class H2oScorer implements RowScorer {

    private final Predictor predictor;

    H2oScorer(BenchModel model) throws IOException {
        predictor = new Predictor(new ByteArrayInputStream(OldBinaryModel.of(model.booster())));
    }

    @Override
    public void score(float[] row, float[] out) {
        out[0] = predictor.predictSingle(FVec.Transformer.fromArray(row, false), true);
    }
}
