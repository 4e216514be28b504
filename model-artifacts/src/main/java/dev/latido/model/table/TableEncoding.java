package dev.latido.model.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the columns of a table become the features of a model, in order. */
public record TableEncoding(List<EncodedColumn> columns) {

    public TableEncoding {
        columns = List.copyOf(columns);
    }

    /**
     * Finds out how to encode a table.
     *
     * @param left columns that are no features
     * @throws UnusableTableException when a column has too many texts, two columns make the same feature, or none is left
     */
    public static TableEncoding of(Table table, Set<String> left) throws UnusableTableException {
        List<EncodedColumn> columns = new ArrayList<>();
        for (int column = 0; column < table.header().size(); column++) {
            if (!left.contains(table.header().get(column))) {
                EncodedColumn.of(table, column).ifPresent(columns::add);
            }
        }
        TableEncoding encoding = new TableEncoding(columns);
        Set<String> seen = new HashSet<>();
        Optional<String> twice =
                encoding.features().stream().filter(name -> !seen.add(name)).findFirst();
        if (twice.isPresent()) {
            throw new UnusableTableException(
                    "Two columns of " + table.file() + " make the feature " + twice.get() + "; rename one of them.");
        }
        if (columns.isEmpty()) {
            throw new UnusableTableException(table.file() + " has no column to learn from.");
        }
        return encoding;
    }

    /** The names of the features, in order. */
    public List<String> features() {
        return columns.stream().flatMap(EncodedColumn::features).toList();
    }

    /** Whether each feature is an indicator: 0, 1 or missing. */
    public List<Boolean> indicators() {
        return columns.stream()
                .flatMap(column -> column.features().map(feature -> column.isText()))
                .toList();
    }

    /** A row of features after the other, of all rows of a table. */
    public float[] encode(Table table) throws UnusableTableException {
        RowEncoder encoder = RowEncoder.of(this, table.header(), table.file());
        float[] values = new float[Math.multiplyExact(table.rows().size(), encoder.width())];
        float[] features = new float[encoder.width()];
        for (int row = 0; row < table.rows().size(); row++) {
            try {
                encoder.encode(table.rows().get(row), features);
            } catch (NumberFormatException e) {
                throw new UnusableTableException(
                        "Row " + (row + 1) + " of " + table.file() + ": " + e.getMessage() + ".");
            }
            System.arraycopy(features, 0, values, row * encoder.width(), encoder.width());
        }
        return values;
    }
}
