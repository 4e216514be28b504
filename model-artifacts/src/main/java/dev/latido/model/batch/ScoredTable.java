package dev.latido.model.batch;

import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.forest.Forest;
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
import java.util.stream.IntStream;

/**
 * A table that a model has scored: a row of predictions for each row, in order. It is read and written row by row.
 *
 * @param rows how many
 * @param unused columns of the table that the model does not look at
 */
public record ScoredTable(long rows, List<String> unused) {

    private static final String UNFINISHED = ".unfinished";

    /**
     * What is written of each row.
     *
     * @param id a column that is passed on, in front
     * @param margins whether it is the margins, not the predictions
     */
    public record Wanted(Optional<String> id, boolean margins) {}

    /**
     * Scores a table. Its header names the features of the model, or, where the model was trained on a table, the columns of
     * that; in any order, and there may be others.
     *
     * @param out has its name only when it is complete
     * @throws UnusableTableException when a feature has no column, or a cell is not a number
     */
    public static ScoredTable write(ModelArtifact model, Path table, Path out, Wanted wanted)
            throws UnusableTableException, IOException {
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

        private final ModelArtifact model;
        private final CsvFile csv;
        private final boolean margins;
        private final RowEncoder encoder;
        private final Optional<Integer> id;

        Scoring(ModelArtifact model, CsvFile csv, String table, Wanted wanted) throws UnusableTableException {
            this.model = model;
            this.csv = csv;
            this.margins = wanted.margins();
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
            Forest forest = model.forest();
            float[] features = new float[encoder.width()];
            float[] found = new float[forest.outputs()];
            float[] predictions = new float[model.predictionCount()];
            long rows = 0;
            for (Optional<List<String>> row = csv.next(); row.isPresent(); row = csv.next()) {
                encode(row.get(), features);
                forest.margins(features, 0, found);
                if (!margins) {
                    model.predictions(found, predictions);
                }
                write(writer, row.get(), margins ? found : predictions);
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
            String name = margins ? "margin" : "prediction";
            int count = margins ? model.forest().outputs() : model.predictionCount();
            List<String> head = new ArrayList<>();
            id.ifPresent(column -> head.add(CsvText.cell(csv.header().get(column))));
            if (count == 1) {
                head.add(name);
            } else {
                IntStream.range(0, count).forEach(i -> head.add(name + i));
            }
            return head;
        }

        private void write(BufferedWriter writer, List<String> row, float[] values) throws IOException {
            if (id.isPresent()) {
                writer.write(CsvText.cell(row.get(id.get())));
                writer.write(',');
            }
            for (int i = 0; i < values.length; i++) {
                writer.write(i == 0 ? "" : ",");
                writer.write(Float.toString(values[i]));
            }
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
