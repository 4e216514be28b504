package dev.latido.bench.score;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;

/** ONNX Runtime as its first example has it: default options, a tensor made of each row, the result as Java arrays. */
final class OnnxDefaultScorer implements RowScorer {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    OnnxDefaultScorer(BenchModel model) throws OrtException {
        session = environment.createSession(OnnxModel.of(model.booster()), new OrtSession.SessionOptions());
    }

    @Override
    public void score(float[] row, float[] out) throws OrtException {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, new float[][] {row});
                OrtSession.Result result = session.run(Map.of(OnnxModel.ROWS, tensor))) {
            out[0] = ((float[][]) result.get(0).getValue())[0][0];
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
