package dev.latido.bench.score;

import dev.latido.bench.score.BenchModel.Shape;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.model.booster.Objective;
import dev.latido.model.booster.UnusableModelException;
import dev.latido.model.contribution.TreeShap;
import dev.latido.model.forest.Forest;
import dev.latido.scoring.ModelSet;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What JMH calls, over and over, for one row after the other; each method is told apart by its name. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AllocationBenchmark {

    private static final int ROWS = 1_024;

    private final float[][] rows;
    private final Forest forest;
    private final Objective objective;
    private final ModelSet models;
    private final TreeShap shap;
    private final float[] margins = new float[1];
    private final float[] predictions = new float[1];
    private int next;

    public AllocationBenchmark() {
        try {
            BenchModel model = BenchModel.train(Shape.GOALS);
            rows = model.rows(ROWS);
            forest = Forest.of(model.booster());
            objective = model.booster().objective();
            models = BenchArtifact.modelSet(model);
            shap = TreeShap.of(model.booster());
        } catch (XGBoostError | UnusableModelException | UnusableArtifactException e) {
            throw new IllegalStateException(e);
        }
    }

    private float[] row() {
        next = (next + 1) & (ROWS - 1);
        return rows[next];
    }

    /** The margin. */
    @Benchmark
    public float margins() {
        forest.margins(row(), 0, margins);
        return margins[0];
    }

    /** The probability. */
    @Benchmark
    public float predictions() {
        forest.margins(row(), 0, margins);
        objective.predictions(margins, predictions);
        return predictions[0];
    }

    /** The probability, as the job asks for it. */
    @Benchmark
    public float job() {
        float[] row = row();
        System.arraycopy(row, 0, models.features(), 0, row.length);
        models.score();
        return models.models().get(0).active().output();
    }

    /** Contributions, which are an array; they show that the profiler sees what is allocated. */
    @Benchmark
    public double[] contributions() {
        return shap.contributions(row(), 0);
    }
}
