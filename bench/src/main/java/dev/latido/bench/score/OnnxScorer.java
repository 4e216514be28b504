package dev.latido.bench.score;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/** ONNX Runtime with one thread and all optimisations; the row and the margin are in memory that it reads and writes itself. */
final class OnnxScorer implements RowScorer {

    private final OrtSession session;
    private final FloatBuffer rows;
    private final FloatBuffer margins;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;

    private OnnxScorer(OrtEnvironment environment, OrtSession session, int features) throws OrtException {
        this.session = session;
        rows = direct(features);
        margins = direct(1);
        inputs = Map.of(OnnxModel.ROWS, OnnxTensor.createTensor(environment, rows, new long[] {1, features}));
        outputs = Map.of(OnnxModel.MARGINS, OnnxTensor.createTensor(environment, margins, new long[] {1, 1}));
    }

    static RowScorer of(BenchModel model) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (SessionOptions options = new SessionOptions()) {
            options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
            OrtSession session = environment.createSession(OnnxModel.of(model.booster()), options);
            return new OnnxScorer(environment, session, model.booster().featureCount());
        }
    }

    private static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    public void score(float[] row, float[] out) throws OrtException {
        rows.put(0, row);
        session.run(inputs, outputs).close();
        out[0] = margins.get(0);
    }

    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
