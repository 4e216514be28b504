package dev.latido.model.artifact;

import dev.latido.model.forest.Forest;
import dev.latido.model.table.CsvFile;
import dev.latido.model.table.CsvText;
import dev.latido.model.table.RowEncoder;
import dev.latido.model.table.UnusableTableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * Rows with the margins and predictions that they must have: the file {@code golden.csv}. Its columns are the features, then
 * {@code margin} and {@code prediction}, which are numbered from 0 where there are several.
 */
public final class GoldenRows {

    private static final double TOLERANCE = 1e-6;
    private static final String MARGIN = "margin";
    private static final String PREDICTION = "prediction";

    private GoldenRows() {}

    /**
     * A row and what the trainer made of it.
     *
     * @param features a value per feature, NaN where it is missing
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Row(float[] features, float[] margins, float[] predictions) {}

    /** As {@code golden.csv}, in UTF-8. */
    public static byte[] write(List<String> features, List<Row> rows) {
        Row first = rows.get(0);
        StringBuilder csv = new StringBuilder();
        List<String> header = new ArrayList<>(features);
        header.addAll(numbered(MARGIN, first.margins.length));
        header.addAll(numbered(PREDICTION, first.predictions.length));
        csv.append(String.join(",", header.stream().map(CsvText::cell).toList()))
                .append('\n');
        for (Row row : rows) {
            StringJoiner line = new StringJoiner(",", "", "\n");
            for (float[] part : List.of(row.features, row.margins, row.predictions)) {
                for (float value : part) {
                    line.add(Float.isNaN(value) ? "" : Float.toString(value));
                }
            }
            csv.append(line);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> numbered(String name, int count) {
        return count == 1
                ? List.of(name)
                : IntStream.range(0, count).mapToObj(i -> name + i).toList();
    }

    /** Scores all rows: margins must be the same to the last bit, predictions within 1e-6. */
    static void check(byte[] content, ModelArtifact artifact) throws UnusableArtifactException {
        try (CsvFile csv = CsvFile.of(ArtifactFiles.GOLDEN, content)) {
            new Check(artifact, csv).run(csv);
        } catch (UnusableTableException e) {
            throw new UnusableArtifactException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UnusableArtifactException(ArtifactFiles.GOLDEN + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static final class Check {

        private final ModelArtifact artifact;
        private final Forest forest;
        private final RowEncoder features;
        private final RowEncoder expected;
        private final List<String> expectedNames;

        Check(ModelArtifact artifact, CsvFile csv) throws UnusableTableException {
            this.artifact = artifact;
            this.forest = artifact.forest();
            expectedNames = new ArrayList<>(numbered(MARGIN, forest.outputs()));
            expectedNames.addAll(numbered(PREDICTION, artifact.predictionCount()));
            features = RowEncoder.ofNumbers(artifact.manifest().featureNames(), csv.header(), ArtifactFiles.GOLDEN);
            expected = RowEncoder.ofNumbers(expectedNames, csv.header(), ArtifactFiles.GOLDEN);
        }

        void run(CsvFile csv) throws UnusableTableException {
            float[] row = new float[features.width()];
            float[] wanted = new float[expected.width()];
            float[] margins = new float[forest.outputs()];
            float[] predictions = new float[artifact.predictionCount()];
            Optional<List<String>> cells = csv.next();
            if (cells.isEmpty()) {
                throw new UnusableTableException(ArtifactFiles.GOLDEN + " has no rows.");
            }
            for (; cells.isPresent(); cells = csv.next()) {
                try {
                    features.encode(cells.get(), row);
                    expected.encode(cells.get(), wanted);
                } catch (NumberFormatException e) {
                    throw csv.wrong("is wrong: " + e.getMessage());
                }
                forest.margins(row, 0, margins);
                artifact.predictions(margins, predictions);
                compare(csv, wanted, margins, predictions);
            }
        }

        private void compare(CsvFile csv, float[] wanted, float[] margins, float[] predictions)
                throws UnusableTableException {
            for (int i = 0; i < wanted.length; i++) {
                boolean isMargin = i < margins.length;
                float found = isMargin ? margins[i] : predictions[i - margins.length];
                boolean same = isMargin
                        ? Float.floatToIntBits(found) == Float.floatToIntBits(wanted[i])
                        : isNear(found, wanted[i]);
                if (!same) {
                    throw csv.wrong("expects the " + expectedNames.get(i) + " " + wanted[i] + ", but it is " + found
                            + ": the model, or how it is scored, is another");
                }
            }
        }

        /** Amounts may be large, so that 1e-6 of them counts. */
        private static boolean isNear(float found, float wanted) {
            return Math.abs((double) found - wanted) <= TOLERANCE * Math.max(1, Math.abs(wanted)) || found == wanted;
        }
    }
}
