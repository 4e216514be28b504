package dev.latido.cli;

import dev.latido.model.artifact.Label;
import dev.latido.model.booster.Objective;
import dev.latido.model.table.TableEncoding;
import dev.latido.model.table.UnusableTableException;
import dev.latido.model.training.NativeXgboost;
import dev.latido.model.training.TableTask;
import dev.latido.model.training.TrainedModel;
import dev.latido.model.training.Trainer;
import dev.latido.model.training.TrainingPlan;
import dev.latido.training.FeatureTask;
import dev.latido.training.Target;
import dev.latido.training.TrainingFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code latido train}. */
@Command(
        name = "train",
        sortOptions = false,
        description = "Train a model on what the job recorded, or on a CSV table.",
        footer = {
            "",
            "Writes the model with what is needed to use it (artifact.yaml, model.json, golden.csv, reference.json), and for",
            "people MODEL_CARD.md and report.html. The same rows and options give the same files.",
            "",
            "Recorded features are put apart by time: the model is judged by rows that are later than those it learns from, by",
            "the horizon at least. A customer leaves when notice is given. Rows from then on, and rows whose horizon is not",
            "over, are left out."
        })
final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FeatureOptions features = new FeatureOptions();

    @Mixin
    private TableOptions table = new TableOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the model goes; made if absent.")
    private Path out = Path.of("");

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Override
    public Integer call() throws IOException {
        if (features.isGiven() == table.isGiven()) {
            throw wrong("Give either --features or --table.");
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new CommandFailure("--out names " + out + ", which is a file, not a directory.");
        }
        try {
            return features.isGiven() ? trainOnFeatures() : trainOnTable();
        } catch (UnusableTableException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private int trainOnFeatures() throws IOException {
        table.requireNone(this::wrong);
        FeatureTask.Question question = features.question(this::wrong);
        TrainingPlan plan = plan(
                question.target().modelName(),
                question.target() == Target.REVENUE ? Objective.REG_TWEEDIE : Objective.BINARY_LOGISTIC,
                FeatureTask.label(question),
                Optional.empty());
        NativeXgboost.require();
        FeatureTask task = FeatureTask.of(question);
        TrainingText text = new TrainingText(terminal());
        text.recorded(task);
        return finish(Trainer.train(task.rows(), task.parts(), plan), text);
    }

    private int trainOnTable() throws IOException, UnusableTableException {
        features.requireNone(this::wrong);
        TableTask.Columns columns = table.columns(this::wrong);
        NativeXgboost.require();
        TableTask task = TableTask.of(table.read(), table.readTest(), columns);
        TrainingPlan plan = plan("churn", Objective.BINARY_LOGISTIC, task.labelled(), Optional.of(task.encoding()));
        TrainingText text = new TrainingText(terminal());
        text.table(task);
        return finish(Trainer.train(task.rows(), task.parts(), plan), text);
    }

    private TrainingPlan plan(String name, Objective objective, Label label, Optional<TableEncoding> encoding) {
        try {
            return learning.plan(name, objective, label, encoding);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private int finish(TrainedModel model, TrainingText text) throws IOException {
        List<String> arguments = spec.commandLine().getParseResult().originalArgs();
        List<String> written = TrainingFiles.write(out, model, CommandText.of("./latido", arguments));
        text.model(model);
        text.written(out, written);
        return 0;
    }

    private PrintWriter terminal() {
        return spec.commandLine().getOut();
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
