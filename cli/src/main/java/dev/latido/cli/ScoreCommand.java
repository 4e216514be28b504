package dev.latido.cli;

import dev.latido.model.artifact.ArtifactDirectory;
import dev.latido.model.artifact.ArtifactFiles;
import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.model.batch.ScoredTable;
import dev.latido.model.booster.BoosterReader;
import dev.latido.model.booster.UnusableModelException;
import dev.latido.model.table.CsvFile;
import dev.latido.model.table.UnusableTableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latido score}. */
@Command(
        name = "score",
        sortOptions = false,
        description = "Score the rows of a CSV table with a model.",
        footer = {
            "",
            "The table's header names the features, or the columns of the table that the model was trained on, in any order;",
            "columns that the model does not know are not used. Empty cells are missing. One row is written for each row,",
            "in order, with the column prediction (prediction0, prediction1, ... where there are several), or, of",
            "contributions, the features' columns and bias (sessions7[0], ... where there are several)."
        })
final class ScoreCommand implements Callable<Integer> {

    /** A bare model has no name of its own, and needs none here. */
    private static final String NAME = "model";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--model",
            required = true,
            paramLabel = "FILE|DIR",
            description = "A model file of XGBoost (JSON or UBJSON), or a directory that `latido train` has written.")
    private Path model = Path.of("");

    @Option(names = "--table", required = true, paramLabel = "FILE", description = "The rows, plain or gzip.")
    private Path table = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the predictions go.")
    private Path out = Path.of("");

    @Option(names = "--id", paramLabel = "COLUMN", description = "A column to write in front of the predictions.")
    private @Nullable String id;

    @ArgGroup
    private Figures figures = new Figures();

    @Option(
            names = "--features",
            split = ",",
            paramLabel = "NAME",
            description =
                    "The columns that are the features of a model file, in its order, separated by commas. Without it"
                            + " the model's own names count, and where it has none, the order of the table's columns.")
    private List<String> features = List.of();

    /** What else is to be written than predictions. */
    private static final class Figures {

        @Option(names = "--margin", description = "Write margins, from before they are made into predictions.")
        private boolean margin;

        @Option(
                names = "--contributions",
                description =
                        "Write what each feature adds to the margin, and the bias, which add up to it: exact Shapley"
                                + " values of the trees.")
        private boolean contributions;

        ScoredTable.Figures wanted() {
            return margin
                    ? ScoredTable.Figures.MARGINS
                    : contributions ? ScoredTable.Figures.CONTRIBUTIONS : ScoredTable.Figures.PREDICTIONS;
        }
    }

    @Override
    public Integer call() throws IOException {
        try {
            if (Files.exists(out) && Files.exists(table) && Files.isSameFile(out, table)) {
                throw new CommandFailure("--out names the table itself, which would be lost.");
            }
            print(scored(model()));
            return 0;
        } catch (UnusableArtifactException | UnusableTableException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        } catch (UnusableModelException e) {
            throw new CommandFailure(model + " cannot be used: " + e.getMessage(), e);
        }
    }

    private ScoredTable scored(ModelArtifact artifact) throws UnusableTableException, UnusableArtifactException {
        try {
            return ScoredTable.write(
                    artifact, table, out, new ScoredTable.Wanted(Optional.ofNullable(id), figures.wanted()));
        } catch (IOException e) {
            throw new CommandFailure("The predictions cannot be written to " + out + ".", e);
        }
    }

    private void print(ScoredTable scored) {
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.printf(Locale.ROOT, "%,d rows scored, written to %s.%n", scored.rows(), out);
        if (!scored.unused().isEmpty()) {
            terminal.println("Columns that the model does not use: " + String.join(", ", scored.unused()) + ".");
        }
        terminal.flush();
    }

    private ModelArtifact model()
            throws IOException, UnusableArtifactException, UnusableModelException, UnusableTableException {
        if (Files.isDirectory(model)) {
            return ArtifactDirectory.read(model);
        }
        byte[] content = content();
        List<String> names = features;
        if (names.isEmpty() && BoosterReader.read(content).features().names().isEmpty()) {
            names = columns();
        }
        try {
            return ModelArtifact.bare(NAME, content, names);
        } catch (UnusableArtifactException e) {
            throw new UnusableArtifactException(model + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Of the model file, and no more than a model may have and a byte. */
    private byte[] content() throws IOException {
        try (InputStream in = Files.newInputStream(model)) {
            return in.readNBytes((int) ArtifactFiles.MOST_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new CommandFailure("The model " + model + " does not exist.", e);
        }
    }

    private List<String> columns() throws UnusableTableException, IOException {
        try (CsvFile csv = CsvFile.open(table)) {
            return csv.header().stream().filter(column -> !column.equals(id)).toList();
        }
    }
}
