package dev.latido.model.training;

import dev.latido.model.artifact.FeatureColumn;
import dev.latido.model.artifact.Label;
import dev.latido.model.booster.Objective;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Rows of made-up customers, whose risk is a known function of two of their three features, and models of them. */
public final class Samples {

    static final List<FeatureColumn> FEATURES = List.of(
            new FeatureColumn("sessions7", FeatureColumn.Type.INT),
            new FeatureColumn("idleDays", FeatureColumn.Type.FLOAT),
            new FeatureColumn("noise", FeatureColumn.Type.FLOAT));

    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private static final long DAY = 86_400_000L;

    private Samples() {}

    /** A row per customer and week. */
    static TrainingRows weekly(int customers, int weeks, long seed) {
        return weekly(customers, weeks, seed, FEATURES.get(0).name());
    }

    /** The same, with another name of the first feature. */
    static TrainingRows weekly(int customers, int weeks, long seed, String first) {
        SplittableRandom random = new SplittableRandom(seed);
        TrainingRows rows = new TrainingRows(
                List.of(new FeatureColumn(first, FeatureColumn.Type.INT), FEATURES.get(1), FEATURES.get(2)));
        for (int week = 0; week < weeks; week++) {
            for (int customer = 0; customer < customers; customer++) {
                float sessions = random.nextInt(10);
                float idle = random.nextInt(5) == 0 ? Float.NaN : (float) (random.nextDouble() * 20);
                double logit = -1 - 0.4 * sessions + 0.2 * (Float.isNaN(idle) ? 5 : idle);
                boolean leaves = random.nextDouble() < 1 / (1 + Math.exp(-logit));
                rows.add(
                        new TrainingRows.Row(
                                "acct-" + customer,
                                START.toEpochMilli() + 7 * DAY * week,
                                leaves ? 1 + random.nextInt(20) : Double.NaN),
                        leaves ? 1 : 0,
                        new float[] {sessions, idle, (float) random.nextDouble()},
                        0);
            }
        }
        return rows;
    }

    /** A row per customer, with an amount that is a known function of the first two features, and often 0. */
    static TrainingRows amounts(int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TrainingRows rows = new TrainingRows(FEATURES);
        for (int customer = 0; customer < customers; customer++) {
            float sessions = random.nextInt(10);
            float idle = (float) (random.nextDouble() * 20);
            float amount = sessions < 3 ? 0 : (float) (50 * sessions * (0.9 + 0.2 * random.nextDouble()));
            rows.add(
                    new TrainingRows.Row("acct-" + customer, START.toEpochMilli(), Double.NaN),
                    amount,
                    new float[] {sessions, idle, (float) random.nextDouble()},
                    0);
        }
        return rows;
    }

    static Hyperparameters quick() {
        return new Hyperparameters(3, 0.2, 1, 0.8, 1, 60, 10, 7);
    }

    static TrainingPlan plan(CutChoice cuts) {
        return new TrainingPlan(
                "churn",
                Optional.of("1"),
                Objective.BINARY_LOGISTIC,
                Label.within("churn", 30),
                quick(),
                cuts,
                Optional.empty(),
                Optional.of("All of it is made up."));
    }

    /** A small model of such rows. */
    public static TrainedModel model() {
        TrainingRows rows = weekly(300, 4, 1);
        return Trainer.train(rows, SubjectFolds.heldOut(rows), plan(CutChoice.NONE));
    }
}
