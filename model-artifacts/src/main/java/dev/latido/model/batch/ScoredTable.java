package dev.latido.model.batch;

import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.model.table.CsvFile;
import dev.latido.model.table.CsvText;
import dev.latido.model.table.RowEncoder;
import dev.latido.model.table.TableEncoding;
import dev.latido.model.table.UnusableTableException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table that a model has scored: a row of predictions for each row, in order. It is read and written row by row.
 *
 * @param rows how many
 * @param unused columns of the table that the model does not look at
 */
public record ScoredTable(long rows, List<String> unused) {

    private static final String UNFINISHED = ".unfinished";

    /** The numbers that are written of each row. */
    public enum Figures {
        PREDICTIONS,
        /** From before they are made into predictions. */
        MARGINS,
        /** What each feature adds to the margin, and the bias: the rest. */
        CONTRIBUTIONS
    }

    /**
     * What is written of each row.
     *
     * @param id a column that is passed on, in front
     */
    public record Wanted(Optional<String> id, Figures figures) {}

    /**
     * Scores a table. Its header names the features of the model, or, where the model was trained on a table, the columns of
     * that; in any order, and there may be others.
     *
     * @param out has its name only when it is complete
     * @throws UnusableTableException when a feature has no column, or a cell is not a number
     * @throws UnusableArtifactException when contributions are wanted of a model that does not say how many rows it learned
     *     from went which way
     */
    public static ScoredTable write(ModelArtifact model, Path table, Path out, Wanted wanted)
            throws UnusableTableException, UnusableArtifactException, IOException {
        Path unfinished = out.resolveSibling(out.getFileName() + UNFINISHED);
        try (CsvFile csv = CsvFile.open(table)) {
            ScoredTable scored;
            try (BufferedWriter writer = Files.newBufferedWriter(unfinished)) {
                scored = new Scoring(model, csv, table.toString(), wanted).run(writer);
            }
            Files.move(unfinished, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return scored;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static final class Scoring {

        private final CsvFile csv;
        private final RowFigures figures;
        private final RowEncoder encoder;
        private final Optional<Integer> id;

        Scoring(ModelArtifact model, CsvFile csv, String table, Wanted wanted)
                throws UnusableTableException, UnusableArtifactException {
            this.csv = csv;
            this.figures = switch (wanted.figures()) {
                case PREDICTIONS -> RowFigures.predictions(model);
                case MARGINS -> RowFigures.margins(model);
                case CONTRIBUTIONS -> RowFigures.contributions(model);
            };
            this.encoder = encoder(model, csv.header(), table);
            this.id =
                    wanted.id().isPresent() ? Optional.of(csv.column(wanted.id().get())) : Optional.empty();
        }

        private static RowEncoder encoder(ModelArtifact model, List<String> header, String table)
                throws UnusableTableException {
            List<String> features = model.manifest().featureNames();
            TableEncoding encoding = model.manifest().table();
            return encoding == null || header.containsAll(features)
                    ? RowEncoder.ofNumbers(features, header, table)
                    : RowEncoder.of(encoding, header, table);
        }

        ScoredTable run(BufferedWriter writer) throws UnusableTableException, IOException {
            writer.write(String.join(",", head()) + "\n");
            float[] features = new float[encoder.width()];
            long rows = 0;
            for (Optional<List<String>> row = csv.next(); row.isPresent(); row = csv.next()) {
                encode(row.get(), features);
                write(writer, row.get(), figures.of().apply(features));
                rows++;
            }
            return new ScoredTable(rows, unused());
        }

        private void encode(List<String> row, float[] features) throws UnusableTableException {
            try {
                encoder.encode(row, features);
            } catch (NumberFormatException e) {
                throw csv.wrong("cannot be scored: " + e.getMessage());
            }
        }

        private List<String> head() {
            List<String> head = new ArrayList<>();
            id.ifPresent(column -> head.add(CsvText.cell(csv.header().get(column))));
            figures.names().forEach(name -> head.add(CsvText.cell(name)));
            return head;
        }

        private void write(BufferedWriter writer, List<String> row, List<String> values) throws IOException {
            if (id.isPresent()) {
                writer.write(CsvText.cell(row.get(id.get())));
                writer.write(',');
            }
            writer.write(String.join(",", values));
            writer.write('\n');
        }

        private List<String> unused() {
            return csv.header().stream()
                    .filter(column -> !encoder.columns().contains(column))
                    .filter(column ->
                            id.isEmpty() || !column.equals(csv.header().get(id.get())))
                    .toList();
        }
    }
}
