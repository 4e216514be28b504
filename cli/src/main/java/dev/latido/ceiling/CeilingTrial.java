package dev.latido.ceiling;

import dev.latido.connector.replay.FilesSource;
import dev.latido.connector.replay.InputFile;
import dev.latido.ingest.Aliases;
import dev.latido.job.MappingFiles;
import dev.latido.model.booster.Objective;
import dev.latido.model.evaluation.LabelledScores;
import dev.latido.model.evaluation.RocCurve;
import dev.latido.model.training.CutChoice;
import dev.latido.model.training.Hyperparameters;
import dev.latido.model.training.TrainedModel;
import dev.latido.model.training.Trainer;
import dev.latido.model.training.TrainingPlan;
import dev.latido.replay.Replay;
import dev.latido.replay.ResultDirectory;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsLoader;
import dev.latido.simulator.Alias;
import dev.latido.simulator.Simulation;
import dev.latido.simulator.SimulationPlan;
import dev.latido.training.FeatureTask;
import dev.latido.training.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model learns from the first 8 weeks of a simulated business what the job itself recorded, and says on their last day who
 * gives notice within the 4 weeks that follow. The same is asked of the simulator's hidden hazards of that day: all that is ever
 * drawn from is in them, but for what changes afterwards.
 */
public final class CeilingTrial {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(28);
    private static final int DAYS = 84;
    private static final int LAST_DAY_OF_WEEK_8 = 55;
    private static final long BOUND_MILLIS = 5_000;
    private final SimulationPlan plan;
    private final HiddenHazards hazards;
    private final FeatureTask task;

    private CeilingTrial(SimulationPlan plan, HiddenHazards hazards, FeatureTask task) {
        this.plan = plan;
        this.hazards = hazards;
        this.task = task;
    }

    /**
     * Lets a business live, and the job record it.
     *
     * @param directory for files, several hundred MB for some thousand customers; whoever calls takes it away
     */
    public static CeilingTrial of(int customers, long seed, Path directory) throws Exception {
        SimulationPlan plan = new SimulationPlan(customers, DAYS, seed, START);
        Instant judgedOn = START.plus(Duration.ofDays(LAST_DAY_OF_WEEK_8));
        HiddenHazards hazards = new HiddenHazards(judgedOn);
        Simulation simulation = Simulation.of(plan, hazards);
        record(directory, DeliveredFiles.write(simulation, judgedOn.plus(Duration.ofDays(1)), directory), simulation);
        FeatureTask task = FeatureTask.of(new FeatureTask.Question(
                List.of(directory.resolve("out/features.jsonl")),
                Optional.empty(),
                Target.CHURN,
                HORIZON,
                1,
                Optional.of(judgedOn),
                Optional.empty()));
        return new CeilingTrial(plan, hazards, task);
    }

    private static void record(Path directory, Map<String, Path> bySource, Simulation simulation) throws Exception {
        LatidoSettings settings = SettingsLoader.load(null, Map.of());
        List<InputFile> files = new ArrayList<>();
        for (Map.Entry<String, Path> file : bySource.entrySet()) {
            files.add(new InputFile(
                    file.getKey(), file.getValue().toString(), MappingFiles.load(file.getKey()), BOUND_MILLIS));
        }
        Replay replay = new Replay(
                files,
                List.of(),
                new Aliases(Alias.bySource(simulation.aliases())),
                FilesSource.UNTIL_LAST_EVENT,
                Runtime.getRuntime().availableProcessors(),
                settings);
        try (ResultDirectory results = ResultDirectory.open(directory.resolve("out"))) {
            replay.run(results);
        }
    }

    /** Learns, and judges; the same each time. */
    public Ceiling run() {
        TrainedModel model = Trainer.train(
                task.rows(),
                task.parts(),
                new TrainingPlan(
                        "churn",
                        Optional.empty(),
                        Objective.BINARY_LOGISTIC,
                        task.label(),
                        Hyperparameters.REPEATED.withSeed(plan.seed()),
                        CutChoice.NONE,
                        Optional.empty(),
                        Optional.empty()));
        LabelledScores judged = model.test().orElseThrow();
        return new Ceiling(judged.rows(), judged.positives(), area(judged), area(hidden()), model.files());
    }

    private LabelledScores hidden() {
        int[] test = task.parts().test();
        double[] scores = new double[test.length];
        boolean[] leaving = new boolean[test.length];
        for (int i = 0; i < test.length; i++) {
            String subject = task.rows().row(test[i]).subject();
            scores[i] = hazards.of(subject.substring(subject.indexOf('/') + 1));
            leaving[i] = task.rows().label(test[i]) > 0;
        }
        return LabelledScores.of(scores, leaving);
    }

    private static double area(LabelledScores scores) {
        return RocCurve.of(scores).area().orElseThrow();
    }
}
